#!/usr/bin/env python3
"""Times real training runs on this computer and writes them as measurements that `rightrig validate` reads.

Needs scikit-learn, XGBoost and PyTorch only (Debian: python3-sklearn python3-xgboost python3-torch). Close other programs first.

  tests/bench/truth/truth.py --out truth.csv                  every shape, all cores (about an hour)
  tests/bench/truth/truth.py --out truth.csv --threads 1,4    with 1 and with 4 threads
  tests/bench/truth/truth.py --out truth.csv --only mlp,gbdt  some families
  tests/bench/truth/truth.py --out truth.csv --tiny           a second or two each: does the script work? Its figures mean nothing.

  rightrig measure --out profile.json
  rightrig validate truth.csv --machine-profile profile.json

The column "clusters" holds the neighbours of k-NN and the components of PCA.
Fit on some shapes (the column "notes" says fit or judge) and judge on the others and on another number of threads.
"""
import argparse
import csv
import datetime
import json
import os
import statistics
import subprocess
import sys
import time

COLUMNS = ["id", "source", "hardware", "cores_used", "stack", "family", "model", "params_m", "forward_gflop", "activations_m", "layers",
           "hidden", "sequence", "image_px", "rows", "features", "trees", "depth", "leaves", "clusters", "iterations", "samples", "epochs",
           "precision", "batch", "pipeline", "metric", "value", "peak_memory_gib", "year", "notes"]


def table(family, model, stack, rows, features, use="fit", **more):
    return dict(family=family, model=model, stack=stack, rows=rows, features=features, samples=rows, epochs=1, use=use, **more)


def network(family, model, batch, use="fit", **more):
    return dict(family=family, model=model, stack="pytorch", batch=batch, use=use, **more)


SHAPES = [
    table("linear", "LogisticRegression", "sklearn", 10_000, 20, iterations=100),
    table("linear", "LogisticRegression", "sklearn", 50_000, 50, "judge", iterations=100),
    table("linear", "LogisticRegression", "sklearn", 100_000, 200, iterations=50),
    table("linear", "LogisticRegression", "sklearn", 300_000, 100, "judge", iterations=30),
    table("linear", "LogisticRegression", "sklearn", 1_000_000, 20, "judge", iterations=50),
    table("random-forest", "RandomForestClassifier", "sklearn", 5_000, 30, "judge", trees=100),
    table("random-forest", "RandomForestClassifier", "sklearn", 10_000, 20, trees=100),
    table("random-forest", "RandomForestClassifier", "sklearn", 50_000, 20, trees=50),
    table("random-forest", "RandomForestClassifier", "sklearn", 100_000, 50, "judge", trees=20),
    table("random-forest", "RandomForestClassifier", "sklearn", 300_000, 28, trees=10),
    table("gbdt", "xgboost", "xgboost", 5_000, 20, "judge", trees=100, depth=6),
    table("gbdt", "xgboost", "xgboost", 10_000, 20, trees=100, depth=6),
    table("gbdt", "xgboost", "xgboost", 50_000, 100, trees=100, depth=6),
    table("gbdt", "xgboost", "xgboost", 100_000, 20, "judge", trees=200, depth=4),
    table("gbdt", "xgboost", "xgboost", 200_000, 28, "judge", trees=100, depth=8),
    table("gbdt", "xgboost", "xgboost", 1_000_000, 28, trees=50, depth=6),
    table("gbdt", "HistGradientBoosting", "sklearn", 20_000, 20, "judge", trees=100, leaves=31),
    table("gbdt", "HistGradientBoosting", "sklearn", 100_000, 28, trees=100, leaves=31),
    table("gbdt", "HistGradientBoosting", "sklearn", 200_000, 60, trees=50, leaves=63),
    table("gbdt", "HistGradientBoosting", "sklearn", 1_000_000, 28, "judge", trees=50, leaves=31),
    table("kmeans", "KMeans", "sklearn", 20_000, 20, clusters=10, iterations=50),
    table("kmeans", "KMeans", "sklearn", 100_000, 50, "judge", clusters=8, iterations=50),
    table("kmeans", "KMeans", "sklearn", 500_000, 30, "judge", clusters=20, iterations=20),
    table("kmeans", "KMeans", "sklearn", 1_000_000, 10, clusters=50, iterations=10),
    table("svm", "SVC", "sklearn", 3_000, 20),
    table("svm", "SVC", "sklearn", 6_000, 50, "judge"),
    table("svm", "SVC", "sklearn", 10_000, 20, "judge"),
    table("svm", "SVC", "sklearn", 15_000, 30),
    table("knn", "KNeighborsClassifier", "sklearn", 5_000, 20, clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 10_000, 100, "judge", clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 20_000, 50, clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 30_000, 20, "judge", clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 10_000, 4, clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 20_000, 10, clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 50_000, 8, "judge", clusters=5),
    table("knn", "KNeighborsClassifier", "sklearn", 100_000, 4, "judge", clusters=5),
    table("pca", "PCA", "sklearn", 10_000, 50, clusters=2),
    table("pca", "PCA", "sklearn", 50_000, 100, "judge", clusters=10),
    table("pca", "PCA", "sklearn", 20_000, 784, clusters=50),
    table("pca", "PCA", "sklearn", 200_000, 50, "judge", clusters=2),
    table("pca", "PCA", "sklearn", 1_000_000, 28, clusters=10),
    network("mlp", "mlp 20-64-64-2", 64),
    network("mlp", "mlp 100-256-256-10", 128),
    network("mlp", "mlp 200-512-512-512-10", 512, "judge"),
    network("mlp", "mlp 784-1024-1024-10", 256, "judge"),
    network("cnn", "small cnn", 64, image_px=32),
    network("cnn", "small cnn", 32, "judge", image_px=64),
    network("cnn", "resnet-18", 64, "judge", image_px=32),
    network("cnn", "resnet-18", 32, image_px=64),
    network("cnn", "resnet-18", 16, "judge", image_px=128),
    network("cnn", "resnet-18", 8, "judge", image_px=224),
    network("cnn", "small cnn", 16, image_px=128),
    network("transformer-encoder", "encoder of bert-base size", 8, layers=12, hidden=768, sequence=128),
    network("transformer-encoder", "half an encoder of bert-base size", 16, "judge", layers=6, hidden=768, sequence=64),
    network("transformer-encoder", "small encoder", 16, "judge", layers=4, hidden=256, sequence=128),
    network("transformer-decoder", "small gpt", 8, layers=6, hidden=384, sequence=128),
    network("transformer-decoder", "smaller gpt", 8, "judge", layers=4, hidden=256, sequence=256),
    network("rnn", "lstm", 32, hidden=256, sequence=100, layers=2),
    network("rnn", "lstm", 64, "judge", hidden=128, sequence=50, layers=1),
    network("rnn", "lstm", 16, "judge", hidden=512, sequence=64, layers=2),
]


def tiny(shape):
    small = dict(shape)
    for key, most in (("rows", 2000), ("samples", 2000), ("trees", 5), ("iterations", 5), ("batch", 2), ("image_px", 32), ("layers", 2),
                      ("hidden", 64), ("sequence", 16)):
        if key in small:
            small[key] = min(small[key], most)
    return small


# --- one run, in a process of its own so that the number of threads holds ---

def classical(shape, threads):
    import numpy
    random = numpy.random.default_rng(1)
    x = random.standard_normal((shape["rows"], shape["features"])).astype(numpy.float32)
    y = (x[:, 0] + 0.5 * x[:, 1] * x[:, 2] + random.standard_normal(shape["rows"]) > 0).astype(int)
    model = make_model(shape, threads)
    start = time.perf_counter()
    model.fit(x, y)
    if shape["family"] == "knn":  # it only remembers the rows; the work is looking each of them up once
        model.predict(x)
    facts = {"metric": "seconds", "value": time.perf_counter() - start}
    # a solver stops when it has converged: the rounds that it really took are what was timed
    if shape["model"] in ("LogisticRegression", "KMeans"):
        facts["iterations"] = int(max(model.n_iter_)) if shape["model"] == "LogisticRegression" else int(model.n_iter_)
    return facts


def make_model(shape, threads):
    name = shape["model"]
    if name == "xgboost":
        import xgboost
        return xgboost.XGBClassifier(n_estimators=shape["trees"], max_depth=shape["depth"], tree_method="hist", n_jobs=threads)
    from sklearn import cluster, decomposition, ensemble, linear_model, neighbors, svm
    if name == "LogisticRegression":
        return linear_model.LogisticRegression(max_iter=shape["iterations"], tol=1e-12)
    if name == "RandomForestClassifier":
        return ensemble.RandomForestClassifier(n_estimators=shape["trees"], n_jobs=threads, random_state=1)
    if name == "HistGradientBoosting":
        return ensemble.HistGradientBoostingClassifier(max_iter=shape["trees"], max_leaf_nodes=shape["leaves"], early_stopping=False)
    if name == "KMeans":
        return cluster.KMeans(n_clusters=shape["clusters"], max_iter=shape["iterations"], tol=0, n_init=1, random_state=1)
    if name == "KNeighborsClassifier":
        return neighbors.KNeighborsClassifier(n_neighbors=shape["clusters"], n_jobs=threads)
    if name == "PCA":
        return decomposition.PCA(n_components=shape["clusters"], random_state=1)
    return svm.SVC()


def resnet18(torch):
    nn = torch.nn

    class Block(nn.Module):
        def __init__(self, before, after, stride):
            super().__init__()
            self.main = nn.Sequential(nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(),
                                      nn.Conv2d(after, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after))
            same = stride == 1 and before == after
            self.side = nn.Identity() if same else nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))
            self.end = nn.ReLU()

        def forward(self, x):
            return self.end(self.main(x) + self.side(x))

    parts = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    before = 64
    for after, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        parts += [Block(before, after, stride), Block(after, after, 1)]
        before = after
    return nn.Sequential(*parts, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 10))


def make_network(torch, shape):
    """The network, one batch of inputs, and labels."""
    nn, batch = torch.nn, shape["batch"]
    labels = torch.randint(0, 10, (batch,))
    if shape["family"] == "mlp":
        sizes = [int(size) for size in shape["model"].split()[1].split("-")]
        labels %= sizes[-1]
        layers = [layer for a, b in zip(sizes, sizes[1:]) for layer in (nn.Linear(a, b), nn.ReLU())][:-1]
        return nn.Sequential(*layers), torch.randn(batch, sizes[0]), labels
    if shape["family"] == "cnn":
        side = shape["image_px"]
        small = nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
                              nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64 * (side // 4) ** 2, 128), nn.ReLU(), nn.Linear(128, 10))
        return (resnet18(torch) if shape["model"] == "resnet-18" else small), torch.randn(batch, 3, side, side), labels
    hidden, length, layers = shape["hidden"], shape["sequence"], shape["layers"]
    if shape["family"] == "rnn":
        class Recurrent(nn.Module):
            def __init__(self):
                super().__init__()
                self.lstm, self.out = nn.LSTM(64, hidden, layers, batch_first=True), nn.Linear(hidden, 10)

            def forward(self, x):
                return self.out(self.lstm(x)[0][:, -1])
        return Recurrent(), torch.randn(batch, length, 64), labels
    decoder = shape["family"] == "transformer-decoder"
    words = 8000 if decoder else 30000

    class Transformer(nn.Module):
        def __init__(self):
            super().__init__()
            layer = nn.TransformerEncoderLayer(hidden, max(1, hidden // 64), 4 * hidden, 0.1, "gelu", batch_first=True)
            self.embed, self.body = nn.Embedding(words, hidden), nn.TransformerEncoder(layer, layers)
            self.out = nn.Linear(hidden, words if decoder else 10)
            self.mask = nn.Transformer.generate_square_subsequent_mask(length) if decoder else None

        def forward(self, x):
            y = self.body(self.embed(x), self.mask)
            return self.out(y).flatten(0, 1) if decoder else self.out(y[:, 0])
    return Transformer(), torch.randint(0, words, (batch, length)), torch.randint(0, words, (batch * length,)) if decoder else labels


def count_work(torch, model, inputs):
    """Forward GFLOP and millions of output values of one sample, for networks of plain layers (others are given by their shape)."""
    total = {"flop": 0.0, "values": 0.0}

    def seen(module, _, output):
        if isinstance(module, torch.nn.Conv2d):
            total["flop"] += 2.0 * output.numel() * module.weight[0].numel()
        elif isinstance(module, torch.nn.Linear):
            total["flop"] += 2.0 * output.numel() * module.in_features
        total["values"] += output.numel()
    hooks = [module.register_forward_hook(seen) for module in model.modules() if not list(module.children())]
    with torch.no_grad():
        model(inputs)
    for hook in hooks:
        hook.remove()
    return total["flop"] / len(inputs) / 1e9, total["values"] / len(inputs) / 1e6


def deep(shape, threads, seconds):
    import torch
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model, inputs, labels = make_network(torch, shape)
    facts = {"params_m": sum(p.numel() for p in model.parameters()) / 1e6}
    if shape["family"] in ("cnn", "mlp"):
        facts["forward_gflop"], facts["activations_m"] = count_work(torch, model, inputs)
    optimiser, loss = torch.optim.Adam(model.parameters()), torch.nn.CrossEntropyLoss()
    steps = []
    start = time.perf_counter()
    while len(steps) < 4 or (time.perf_counter() - start < seconds and len(steps) < 200):
        step = time.perf_counter()
        optimiser.zero_grad()
        loss(model(inputs), labels).backward()
        optimiser.step()
        steps.append(time.perf_counter() - step)
    return statistics.median(steps[2:]), facts  # the first steps warm up


def run_one(job):
    import resource
    shape, threads = job["shape"], job["threads"]
    if shape["stack"] == "pytorch":
        value, facts = deep(shape, threads, job["seconds"])
        facts.update(metric="step_seconds", value=value)
    else:
        facts = classical(shape, threads)
    facts["peak_memory_gib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0 / 1024.0
    print(json.dumps(facts))


def measure(shape, threads, seconds):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads), MKL_NUM_THREADS=str(threads))
    job = json.dumps({"shape": shape, "threads": threads, "seconds": seconds})
    ran = subprocess.run([sys.executable, os.path.abspath(__file__), "--job", job], capture_output=True, text=True, env=environment, timeout=3600)
    if ran.returncode != 0:
        raise RuntimeError(ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else "failed")
    return json.loads(ran.stdout.splitlines()[-1])


def row_of(shape, threads, facts, number):
    row = {key: shape[key] for key in COLUMNS if key in shape}
    row.update({key: f"{value:.6g}" if isinstance(value, float) else value for key, value in facts.items()})
    row.update(id=f"truth-{number}", source="own computer: tests/bench/truth", hardware="this", cores_used=threads, precision="fp32",
               pipeline="synthetic", year=datetime.date.today().year, notes=shape["use"])
    return row


def usable_cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="truth.csv")
    parser.add_argument("--threads", default=str(usable_cores()), help="for example 1,4")
    parser.add_argument("--only", default="", help="families, for example mlp,gbdt")
    parser.add_argument("--repeats", type=int, default=3, help="the fastest one counts")
    parser.add_argument("--seconds", type=float, default=10.0, help="at most so long for the steps of a network")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        run_one(json.loads(options.job))
        return 0
    wanted = set(filter(None, options.only.split(",")))
    shapes = [shape for shape in SHAPES if not wanted or shape["family"] in wanted]
    with open(options.out, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        number = failed = 0
        for threads in (int(count) for count in options.threads.split(",")):
            for shape in shapes:
                number += 1
                shape = tiny(shape) if options.tiny else shape
                try:
                    runs = [measure(shape, threads, 0.2 if options.tiny else options.seconds) for _ in range(1 if options.tiny else options.repeats)]
                except (RuntimeError, subprocess.TimeoutExpired) as problem:
                    print(f"{shape['model']}: {problem}", file=sys.stderr)
                    failed += 1
                    continue
                best = min(runs, key=lambda facts: facts["value"])
                writer.writerow(row_of(shape, threads, best, number))
                file.flush()
                print(f"{shape['model']}, {threads} threads: {best['value']:.4g} s", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
