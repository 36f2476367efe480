"""The networks that measure_gpu.py trains, and its list of cases."""
import types

import torch
import torchvision
from torch import nn
from torch.nn import functional


class Runs:
    """What a case needs: the network, random data, and the loss of both."""

    def __init__(self, module, data, loss, optimizer="adamw"):
        self.stack = "hf-trainer" if type(module).__module__.split(".")[0] in ("transformers", "peft") else "pytorch"
        self.module = module
        self.data = data
        self.loss = loss
        self.optimizer = optimizer


def classifier(build, pixels, classes=1000, optimizer="sgd"):
    def make(case, device):
        module = build(classes).to(device)
        images = torch.randn(case.batch, 3, pixels, pixels, device=device)
        labels = torch.randint(classes, (case.batch,), device=device)
        if case.channels_last:
            module = module.to(memory_format=torch.channels_last)
            images = images.to(memory_format=torch.channels_last)
        return Runs(module, (images, labels), lambda m, d: functional.cross_entropy(m(d[0]), d[1]), optimizer)
    return make


def of_torchvision(name, pixels=224, optimizer="sgd"):
    return classifier(lambda classes: getattr(torchvision.models, name)(weights=None, num_classes=classes), pixels, optimizer=optimizer)


def of_timm(name, pixels=224, optimizer="adamw"):
    def build(classes):
        import timm
        return timm.create_model(name, pretrained=False, num_classes=classes)
    return classifier(build, pixels, optimizer=optimizer)


def cifar_resnet18(classes):
    module = torchvision.models.resnet18(weights=None, num_classes=classes)
    module.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
    module.maxpool = nn.Identity()
    return module


def mnist_cnn(_):
    return nn.Sequential(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.25), nn.Flatten(),
                         nn.Linear(9216, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))


def mnist(case, device):
    data = torch.randn(case.batch, 1, 28, 28, device=device), torch.randint(10, (case.batch,), device=device)
    return Runs(mnist_cnn(10).to(device), data, lambda m, d: functional.cross_entropy(m(d[0]), d[1]), "adadelta")


def pyramid(levels=(1, 2, 3, 4), extra=None):
    """ResNet-50 with features of several sizes, of which the first two stages and the norms stay as they are: the library's own setting."""
    from torchvision.models.detection.backbone_utils import _resnet_fpn_extractor
    return _resnet_fpn_extractor(torchvision.models.resnet50(weights=None, norm_layer=torchvision.ops.misc.FrozenBatchNorm2d), 3, list(levels), extra)


def faster_rcnn():
    return torchvision.models.detection.FasterRCNN(pyramid(), 91)


def mask_rcnn():
    return torchvision.models.detection.MaskRCNN(pyramid(), 91)


def retinanet():
    extra = torchvision.ops.feature_pyramid_network.LastLevelP6P7(256, 256)
    return torchvision.models.detection.RetinaNet(pyramid((2, 3, 4), extra), 91)


def ssd300():
    return torchvision.models.detection.ssd300_vgg16(weights=None, weights_backbone=None, num_classes=91)


def detector(build, pixels, masks=False):
    def make(case, device):
        module = build().to(device)
        height, width = pixels
        images = [torch.rand(3, height, width, device=device) for _ in range(case.batch)]
        targets = []
        for _ in range(case.batch):  # eight things of a quarter of the picture's side
            corner = torch.rand(8, 2, device=device) * torch.tensor([width * 0.7, height * 0.7], device=device)
            boxes = torch.cat([corner, corner + torch.tensor([width * 0.25, height * 0.25], device=device)], 1)
            target = {"boxes": boxes, "labels": torch.randint(1, 91, (8,), device=device)}
            if masks:
                target["masks"] = (torch.rand(8, height, width, device=device) > 0.5).to(torch.uint8)
            targets.append(target)
        return Runs(module, (images, targets), lambda m, d: sum(m(d[0], d[1]).values()), "sgd")
    return make


def segmenter(build, pixels, classes):
    def make(case, device):
        module = build(classes).to(device)
        images = torch.randn(case.batch, 3, pixels, pixels, device=device)
        labels = torch.randint(classes, (case.batch, pixels, pixels), device=device)

        def loss(m, d):
            out = m(d[0])
            return functional.cross_entropy(out["out"] if isinstance(out, dict) else out, d[1])
        return Runs(module, (images, labels), loss, "sgd")
    return make


def twice(inside, outside):
    layers = []
    for channels in (inside, outside):
        layers += [nn.Conv2d(channels, outside, 3, padding=1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)


class UNet(nn.Module):
    """64 to 1024 channels, four halvings, transposed convolutions upwards."""

    def __init__(self, classes):
        super().__init__()
        widths = [64, 128, 256, 512, 1024]
        self.first = twice(3, 64)
        self.down = nn.ModuleList(twice(a, b) for a, b in zip(widths, widths[1:]))
        self.up = nn.ModuleList(nn.ConvTranspose2d(b, a, 2, stride=2) for a, b in zip(widths, widths[1:]))
        self.join = nn.ModuleList(twice(b, a) for a, b in zip(widths, widths[1:]))
        self.last = nn.Conv2d(64, classes, 1)

    def forward(self, x):
        kept = [self.first(x)]
        for layer in self.down:
            kept.append(layer(functional.max_pool2d(kept[-1], 2)))
        x = kept.pop()
        for up, join in zip(reversed(self.up), reversed(self.join)):
            x = join(torch.cat([kept.pop(), up(x)], 1))
        return self.last(x)


class DitBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norms = nn.ModuleList(nn.LayerNorm(width, elementwise_affine=False) for _ in range(2))
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))
        self.modulation = nn.Sequential(nn.SiLU(), nn.Linear(width, 6 * width))

    def forward(self, x, condition):
        shift1, scale1, gate1, shift2, scale2, gate2 = self.modulation(condition).unsqueeze(1).chunk(6, -1)
        h = self.norms[0](x) * (1 + scale1) + shift1
        q, k, v = (part.transpose(1, 2) for part in self.qkv(h).unflatten(-1, (3, self.heads, -1)).unbind(2))
        x = x + gate1 * self.out(functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2))
        return x + gate2 * self.mlp(self.norms[1](x) * (1 + scale2) + shift2)


class Dit(nn.Module):
    """The diffusion transformer on latents of 32 x 32 x 4; the classes' table is left out."""

    def __init__(self, width, depth, heads, patch):
        super().__init__()
        self.patches = nn.Conv2d(4, width, patch, stride=patch)
        self.condition = nn.Sequential(nn.Linear(256, width), nn.SiLU(), nn.Linear(width, width))
        self.blocks = nn.ModuleList(DitBlock(width, heads) for _ in range(depth))
        self.last = nn.Linear(width, 8 * patch * patch)

    def forward(self, latents, time_code):
        x = self.patches(latents).flatten(2).transpose(1, 2)
        condition = self.condition(time_code)
        for block in self.blocks:
            x = block(x, condition)
        return self.last(x)


def dit(width, depth, heads, patch):
    def make(case, device):
        data = torch.randn(case.batch, 4, 32, 32, device=device), torch.randn(case.batch, 256, device=device)
        return Runs(Dit(width, depth, heads, patch).to(device), data, lambda m, d: m(*d).float().square().mean())
    return make


class GptBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(2))
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x):
        q, k, v = (part.transpose(1, 2) for part in self.qkv(self.norms[0](x)).unflatten(-1, (3, self.heads, -1)).unbind(2))
        x = x + self.out(functional.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).flatten(2))
        return x + self.mlp(self.norms[1](x))


class Gpt(nn.Module):
    """GPT-2 in plain PyTorch: no dropout, the head shares the table's weights."""

    def __init__(self, words=50257, width=768, depth=12, heads=12, length=1024):
        super().__init__()
        self.table = nn.Embedding(words, width)
        self.places = nn.Embedding(length, width)
        self.blocks = nn.Sequential(*(GptBlock(width, heads) for _ in range(depth)))
        self.norm = nn.LayerNorm(width)

    def forward(self, text):
        x = self.table(text) + self.places(torch.arange(text.shape[1], device=text.device))
        return functional.linear(self.norm(self.blocks(x)), self.table.weight)


def plain_gpt(case, device):
    data = torch.randint(50257, (case.batch, case.sequence), device=device), torch.randint(50257, (case.batch, case.sequence), device=device)
    return Runs(Gpt().to(device), data, lambda m, d: functional.cross_entropy(m(d[0]).flatten(0, 1), d[1].flatten()))


class WordLanguageModel(nn.Module):
    def __init__(self, words=10000, width=200):
        super().__init__()
        self.table = nn.Embedding(words, width)
        self.lstm = nn.LSTM(width, width, 2, dropout=0.2)
        self.out = nn.Linear(width, words)

    def forward(self, text):
        return self.out(self.lstm(self.table(text))[0])


def lstm_lm(case, device):
    data = torch.randint(10000, (35, case.batch), device=device), torch.randint(10000, (35, case.batch), device=device)
    return Runs(WordLanguageModel().to(device), data, lambda m, d: functional.cross_entropy(m(d[0]).flatten(0, 1), d[1].flatten()), "sgd")


def of_transformers(auto, config, **settings):
    """A network of the library's own configuration class; `auto` names the class that reads it."""
    def make(case, device):
        import transformers
        made = getattr(transformers, config)(**settings)
        made.use_cache = False
        with torch.device(device):
            module = getattr(transformers, auto)(made)
        words = settings.get("vocab_size", 30522)
        text = torch.randint(5, words, (case.batch, case.sequence), device=device)
        if "QuestionAnswering" in auto:
            spot = torch.randint(case.sequence, (case.batch,), device=device)
            data = {"input_ids": text, "start_positions": spot, "end_positions": spot}
        elif "SequenceClassification" in auto:
            data = {"input_ids": text, "labels": torch.randint(2, (case.batch,), device=device)}
        else:
            data = {"input_ids": text, "labels": text}
        return Runs(module, data, lambda m, d: m(**d).loss)
    return make


def whisper(**settings):
    def make(case, device):
        import transformers
        made = transformers.WhisperConfig(vocab_size=51865, max_source_positions=1500, max_target_positions=448, use_cache=False, **settings)
        with torch.device(device):
            module = transformers.WhisperForConditionalGeneration(made)
        data = {"input_features": torch.randn(case.batch, 80, 3000, device=device), "labels": torch.randint(5, 50000, (case.batch, 64), device=device)}
        return Runs(module, data, lambda m, d: m(**d).loss)
    return make


def segformer(**settings):
    def make(case, device):
        import transformers
        module = transformers.SegformerForSemanticSegmentation(transformers.SegformerConfig(num_labels=150, **settings)).to(device)
        data = {"pixel_values": torch.randn(case.batch, 3, 512, 512, device=device), "labels": torch.randint(150, (case.batch, 512, 512), device=device)}
        return Runs(module, data, lambda m, d: m(**d).loss)
    return make


def language_model(config, adapter=0, checkpoint=False, **settings):
    """A decoder in pure BF16; with `adapter` the rank of a LoRA on all linear layers, whose own weights are FP32 as peft leaves them."""
    def make(case, device):
        import transformers
        made = getattr(transformers, config)(use_cache=False, max_position_embeddings=8192, **settings)
        before = torch.get_default_dtype()
        torch.set_default_dtype(torch.bfloat16)
        try:
            with torch.device(device):
                module = transformers.AutoModelForCausalLM.from_config(made)
        finally:
            torch.set_default_dtype(before)
        module = module.to(torch.bfloat16)
        if checkpoint:
            module.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
        if adapter:
            import peft
            module.enable_input_require_grads()
            module = peft.get_peft_model(module, peft.LoraConfig(r=adapter, lora_alpha=2 * adapter, lora_dropout=0.05, target_modules="all-linear",
                                                                 task_type="CAUSAL_LM"))
        text = torch.randint(5, settings["vocab_size"], (case.batch, case.sequence), device=device)
        return Runs(module, {"input_ids": text, "labels": text}, lambda m, d: m(**d).loss)
    return make


LLAMA_1B = dict(vocab_size=32000, hidden_size=2048, intermediate_size=5632, num_hidden_layers=22, num_attention_heads=32, num_key_value_heads=4)
LLAMA_3B = dict(vocab_size=128256, hidden_size=3072, intermediate_size=8192, num_hidden_layers=28, num_attention_heads=24, num_key_value_heads=8,
                tie_word_embeddings=True)
LLAMA_8B = dict(vocab_size=128256, hidden_size=4096, intermediate_size=14336, num_hidden_layers=32, num_attention_heads=32, num_key_value_heads=8)
LLAMA2_7B = dict(vocab_size=32000, hidden_size=4096, intermediate_size=11008, num_hidden_layers=32, num_attention_heads=32, num_key_value_heads=32)
LLAMA2_13B = dict(vocab_size=32000, hidden_size=5120, intermediate_size=13824, num_hidden_layers=40, num_attention_heads=40, num_key_value_heads=40)
QWEN_HALF_B = dict(vocab_size=151936, hidden_size=896, intermediate_size=4864, num_hidden_layers=24, num_attention_heads=14, num_key_value_heads=2,
                   tie_word_embeddings=True)
BERT_LARGE = dict(hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, intermediate_size=4096)
GPT2_MEDIUM = dict(n_embd=1024, n_layer=24, n_head=16)


def case(build, family, model, precision, batch, **more):
    fields = dict(sequence="", pixels="", checkpointing="", channels_last=False, compiled=False, note="", device="cuda", tokens=False)
    fields.update(more)
    return types.SimpleNamespace(build=build, family=family, model=model, precision=precision, batch=batch, **fields)


def cases():
    """Most wanted first, as the time may end."""
    rows = []

    def add(build, family, model, precision, batches, **more):
        for batch in batches:
            rows.append(case(build, family, model, precision, batch, **more))

    resnet50, vit = of_torchvision("resnet50"), of_torchvision("vit_b_16", optimizer="adamw")
    bert = of_transformers("BertForSequenceClassification", "BertConfig")
    gpt2 = of_transformers("GPT2LMHeadModel", "GPT2Config", vocab_size=50257)
    lora = "lora"
    add(resnet50, "cnn", "ResNet-50", "amp", (32, 128), pixels=224)
    add(vit, "transformer-encoder", "ViT-B/16", "amp", (32, 128), pixels=224)
    add(bert, "transformer-encoder", "BERT-base", "amp", (32, 8), sequence=128)
    add(gpt2, "transformer-decoder", "GPT-2", "amp", (8, 16), sequence=1024, tokens=True)
    add(plain_gpt, "transformer-decoder", "GPT-2", "amp", (16, 8), sequence=1024, tokens=True, note="written in plain PyTorch")
    add(language_model("LlamaConfig", 16, **LLAMA_1B), lora, "TinyLlama-1.1B", "bf16", (16, 4), sequence=512)
    add(language_model("LlamaConfig", 16, True, **LLAMA_8B), lora, "Llama-3-8B", "bf16", (16, 4, 1), sequence=512, checkpointing="yes")
    add(language_model("LlamaConfig", 16, True, **LLAMA2_7B), lora, "Llama-2-7B", "bf16", (4,), sequence=512, checkpointing="yes")
    add(language_model("LlamaConfig", 16, **LLAMA_3B), lora, "Llama-3.2-3B", "bf16", (4,), sequence=512)
    add(language_model("LlamaConfig", 16, True, **LLAMA_3B), lora, "Llama-3.2-3B", "bf16", (4, 16), sequence=512, checkpointing="yes")
    add(resnet50, "cnn", "ResNet-50", "tf32", (64,), pixels=224)
    add(resnet50, "cnn", "ResNet-50", "fp32", (64,), pixels=224)
    add(resnet50, "cnn", "ResNet-50", "amp", (8, 256), pixels=224)
    add(resnet50, "cnn", "ResNet-50", "amp", (128,), pixels=224, channels_last=True)
    add(vit, "transformer-encoder", "ViT-B/16", "tf32", (64,), pixels=224)
    add(vit, "transformer-encoder", "ViT-B/16", "amp", (8,), pixels=224)
    add(bert, "transformer-encoder", "BERT-base", "tf32", (32,), sequence=128)
    add(bert, "transformer-encoder", "BERT-base", "fp32", (32,), sequence=128)
    add(bert, "transformer-encoder", "BERT-base", "amp", (128,), sequence=128)
    add(of_transformers("BertForQuestionAnswering", "BertConfig"), "transformer-encoder", "BERT-base (SQuAD fine-tune)", "amp", (16,), sequence=384)
    add(gpt2, "transformer-decoder", "GPT-2", "tf32", (8,), sequence=1024, tokens=True)
    add(gpt2, "transformer-decoder", "GPT-2", "amp", (2,), sequence=1024, tokens=True)
    add(of_torchvision("resnet18"), "cnn", "ResNet-18", "amp", (32, 256), pixels=224)
    add(classifier(cifar_resnet18, 32, 10), "cnn", "ResNet-18 (CIFAR stem)", "amp", (128, 512), pixels=32)
    add(classifier(cifar_resnet18, 32, 10), "cnn", "ResNet-18 (CIFAR stem)", "tf32", (128,), pixels=32)
    add(mnist, "cnn", "MNIST CNN (pytorch examples)", "fp32", (64,), pixels=28)
    add(lstm_lm, "rnn", "LSTM language model (PTB)", "fp32", (20, 128), sequence=35, note="a sample is 35 words")
    add(detector(faster_rcnn, (800, 1280)), "detector", "Faster R-CNN R50-FPN", "amp", (2, 8), pixels=800)
    add(detector(mask_rcnn, (800, 1280), True), "detector", "Mask R-CNN R50-FPN", "amp", (2, 4), pixels=800)
    add(detector(retinanet, (800, 1280)), "detector", "RetinaNet R50-FPN", "amp", (4,), pixels=800)
    add(detector(ssd300, (300, 300)), "detector", "SSD300 (VGG-16)", "amp", (16,), pixels=300)
    add(segmenter(UNet, 256, 2), "segmentation", "UNet", "amp", (8, 32), pixels=256)
    add(segmenter(UNet, 256, 2), "segmentation", "UNet", "tf32", (8,), pixels=256)
    add(segmenter(lambda n: torchvision.models.segmentation.deeplabv3_resnet50(weights=None, weights_backbone=None, num_classes=n), 520, 21),
        "segmentation", "DeepLabV3 ResNet-50", "amp", (8,), pixels=520)
    add(segformer(), "segmentation", "SegFormer-B0", "amp", (8,), pixels=512)
    add(dit(768, 12, 12, 2), "diffusion", "DiT-B/2", "amp", (32,), pixels=256)
    add(dit(1152, 28, 16, 2), "diffusion", "DiT-XL/2", "amp", (32,), pixels=256)
    add(language_model("LlamaConfig", **LLAMA_1B), "llm-full", "TinyLlama-1.1B", "bf16", (4,), sequence=2048)
    add(language_model("LlamaConfig", 0, True, **LLAMA_3B), "llm-full", "Llama-3.2-3B", "bf16", (8,), sequence=1024, checkpointing="yes")
    add(language_model("LlamaConfig", 0, True, **LLAMA_8B), "llm-full", "Llama-3-8B", "bf16", (4,), sequence=1024, checkpointing="yes")
    add(language_model("Qwen2Config", 16, **QWEN_HALF_B), lora, "Qwen2.5-0.5B", "bf16", (8,), sequence=512)
    add(language_model("LlamaConfig", 16, True, **LLAMA2_13B), lora, "Llama-2-13B", "bf16", (4,), sequence=512, checkpointing="yes")
    add(language_model("LlamaConfig", 16, True, **LLAMA_8B), lora, "Llama-3-8B", "bf16", (2,), sequence=4096, checkpointing="yes")
    add(language_model("LlamaConfig", 16, **LLAMA_8B), lora, "Llama-3-8B", "bf16", (4,), sequence=512)
    add(language_model("LlamaConfig", 16, True, **LLAMA_8B), lora, "Llama-3-8B", "bf16", (8,), sequence=128, checkpointing="yes")
    add(whisper(d_model=768, encoder_layers=12, decoder_layers=12, encoder_attention_heads=12, decoder_attention_heads=12, encoder_ffn_dim=3072,
                decoder_ffn_dim=3072), "transformer-encoder", "Whisper small", "amp", (16,))
    add(of_transformers("BertForSequenceClassification", "BertConfig", **BERT_LARGE), "transformer-encoder", "BERT-large", "amp", (32,), sequence=128)
    add(of_transformers("DistilBertForSequenceClassification", "DistilBertConfig"), "transformer-encoder", "DistilBERT", "amp", (32,), sequence=128)
    add(of_transformers("GPT2LMHeadModel", "GPT2Config", vocab_size=50257, **GPT2_MEDIUM), "transformer-decoder", "GPT-2 medium", "amp", (8,),
        sequence=1024, tokens=True)
    add(of_torchvision("efficientnet_b0"), "cnn", "EfficientNet-B0", "amp", (32, 128), pixels=224)
    add(of_torchvision("mobilenet_v3_large"), "cnn", "MobileNetV3-Large", "amp", (128,), pixels=224)
    add(of_torchvision("convnext_tiny", optimizer="adamw"), "cnn", "ConvNeXt-Tiny", "amp", (64,), pixels=224)
    add(of_torchvision("swin_t", optimizer="adamw"), "transformer-encoder", "Swin-T", "amp", (64,), pixels=224)
    add(of_torchvision("densenet121"), "cnn", "DenseNet-121", "amp", (64,), pixels=224)
    add(of_torchvision("vgg16"), "cnn", "VGG-16", "amp", (64,), pixels=224)
    add(of_torchvision("resnet152"), "cnn", "ResNet-152", "amp", (64,), pixels=224)
    add(of_timm("vit_small_patch16_224"), "transformer-encoder", "vit_small_patch16_224", "amp", (64,), pixels=224)
    add(of_timm("regnety_032", optimizer="sgd"), "cnn", "regnety_032", "amp", (64,), pixels=224)
    add(of_torchvision("resnet18"), "cnn", "ResNet-18", "fp32", (32,), pixels=224, device="cpu")
    add(resnet50, "cnn", "ResNet-50", "fp32", (32,), pixels=224, device="cpu")
    add(bert, "transformer-encoder", "BERT-base", "fp32", (8,), sequence=128, device="cpu")
    add(plain_gpt, "transformer-decoder", "GPT-2", "amp", (16,), sequence=1024, tokens=True, compiled=True)
    return rows
