// Which assumption fills which constant. The names are the contract with db/rows/assumptions.csv.
#include "models/domain/constantreader.h"

#include "models/domain/catalog.h"
#include "models/domain/estimator.h"
#include "models/domain/ownruns.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace rightrig {

namespace {

constexpr std::array<const char*, workKindCount> workNames{"picture", "map", "transformer", "language", "adapter", "recurrent"};

void readWork(ConstantReader& read, LawConstants& law)
{
    for (std::size_t i = 0; i < workKindCount; ++i) {
        const std::string name = std::string("law.") + workNames[i];
        read(law.work[i].eta, name + ".reached_share");
        read(law.work[i].moves, name + ".moves");
        read(law.work[i].perWatt, name + ".tflops_per_watt");
        read(law.work[i].plainGain, name + ".plain_gain");
        read(law.work[i].wideMoves, name + ".wide_moves");
        read(law.work[i].launches, name + ".modules");
    }
    for (std::size_t i = 0; i < chipFamilies.size(); ++i) {
        const std::string name = "chip." + std::string(chipFamilies[i]);
        read(law.chip[i].compute, name + ".compute");
        read(law.chip[i].bandwidth, name + ".bandwidth");
        // a run is bound by the one or by the other
        law.chip[i].spread = (read.spread(name + ".compute") + read.spread(name + ".bandwidth")) / 2.0;
    }
    for (std::size_t i = 0; i < frameworkCount; ++i) {
        const auto framework = static_cast<Framework>(i);
        if (!trainsNetworks(framework))
            continue;
        const std::string name = "framework." + std::string(frameworkName(framework));
        read(law.framework[i], name);
        law.frameworkSpread[i] = read.spread(name);
    }
}

void readLaw(ConstantReader& read, LawConstants& law)
{
    read(law.smooth, "law.smoothness");
    read(law.launchSmooth, "law.launch_smoothness");
    read(law.moduleUs, "law.module_us");
    read(law.updateBytes, "law.update_bytes");
    read(law.denseExponent, "law.dense_exponent");
    read(law.thinExponent, "law.thin_exponent");
    read(law.balance, "law.balance_gflop");
    read(law.emulatedBytes, "law.emulated_bytes");
    read(law.emulatedTime, "law.emulated_time");
    read(law.rdna1Half, "law.rdna1_half_time");
    read(law.integrated, "law.integrated_time");
    read(law.processorKernelsSince, "law.processor_kernels_since");
    read(law.plainProcessor, "law.plain_processor_time");
    read(law.yearShare, "law.year_share");
    read(law.launchYearShare, "law.launch_year_share");
    read(law.referenceYear, "law.reference_year");
    read(law.softwareYear, "law.software_year");
    read(law.reading, "law.reading_time");
    read(law.hostImages, "law.host_images");
    read(law.tunedHostImages, "law.tuned_host_images");
    read(law.tokensPerUpdate, "law.tokens_per_update");
    read(law.mapActivations, "law.map_activations");
    read(law.pictureActivations, "law.picture_activations");
    read(law.unpackBytes, "law.unpack_bytes");
    read(law.checkpointLaunches, "law.checkpoint_launches");
    read(law.plainAttention, "law.plain_attention_time");
    read(law.volumeTime, "law.volume_time");
    read(law.modulesPerLayer, "law.modules_per_layer");
    read(law.tinyGflop, "law.tiny_network_gflop");
    read(law.tinyModules, "law.tiny_network_modules");
    read(law.photoSide, "law.photo_side");
    read(law.arrayShare, "law.array_share");
    read(law.graphStepMs, "law.graph_step_ms");
    read(law.recurrentModules, "law.recurrent_step_modules");
}

void readSpeed(ConstantReader& read, Constants& c)
{
    read(c.time.cePerWatt, "time.ce_tflops_per_watt");
    read(c.time.cnn.a, "time.cnn.a");
    read(c.time.cnn.b, "time.cnn.b");
    read(c.time.cnn.fp32Share, "time.cnn.fp32_share");
    read(c.time.transformer.a, "time.transformer.a");
    read(c.time.transformer.b, "time.transformer.b");
    read(c.time.transformer.fp32Share, "time.transformer.fp32_share");
    read(c.time.rnn.a, "time.rnn.a");
    read(c.time.rnn.b, "time.rnn.b");
    read(c.time.rnn.fp32Share, "time.rnn.fp32_share");
    read(c.time.recommender.a, "time.recommender.a");
    read(c.time.recommender.b, "time.recommender.b");
    read(c.time.recommender.fp32Share, "time.recommender.fp32_share");
}

void readOverheads(ConstantReader& read, Constants& c)
{
    read(c.time.layerMs, "time.layer_ms");
    read(c.time.loraLayerMs, "time.lora_layer_ms");
    read(c.time.eta, "time.transformer_eta");
    read(c.time.loraEta, "time.lora_eta");
    read(c.time.etaReferenceTpw, "time.eta_reference_tflops_per_watt");
    read(c.time.etaPowerExponent, "time.eta_power_exponent");
    read(c.time.qloraSlowdown, "time.qlora_slowdown");
    read(c.time.fixedShare, "time.fixed_share");
    read(c.time.neuralStartSeconds, "time.neural_start_seconds");
    read(c.time.tableStartSeconds, "time.table_start_seconds");
    read(c.time.loaderImages, "time.loader_images_per_core");
    read(c.time.multiCnn, "time.multi_cnn");
    read(c.time.multiEncoder, "time.multi_encoder");
    read(c.time.multiLarge, "time.multi_large");
    read(c.time.multiRnn, "time.multi_rnn");
    read(c.time.cpuClockShare, "time.cpu_clock_share");
    read(c.time.efficiencyCore, "time.cpu_efficiency_core");
    read(c.time.rentedCoreSpeed, "rented.core_speed");
    read(c.time.rentedCoreGflops, "rented.core_gflops");
    read(c.time.rentedCoreGbPerS, "rented.core_gb_per_s");
    read(c.time.envSteps, "time.game_steps_per_core");
    read(c.time.envCoreShare, "time.game_core_share");
    read(c.time.envUtilisation, "time.game_utilisation");
    read(c.time.clipSeconds, "time.sound_clip_seconds");
    read(c.time.speechSeconds, "time.speech_clip_seconds");
    read(c.time.newYear, "time.fitted_until_year");
}

void readSoftware(ConstantReader& read, Constants& c)
{
    read(c.software.cudaVision, "software.cuda_vision");
    read(c.software.cudaText, "software.cuda_text");
    read(c.software.cudaLarge, "software.cuda_large");
    read(c.software.metal, "software.metal");
    read(c.software.cpu, "software.cpu");
    read(c.software.integrated, "software.integrated");
    read(c.software.rocm, "software.rocm");
    read(c.software.intel, "software.intel");
    read(c.software.xla, "software.xla");
}

void readPower(ConstantReader& read, Constants& c)
{
    read(c.power.unknownTgpShare, "power.unknown_tgp_share");
    read(c.power.fanlessShare, "power.fanless_share");
    read(c.power.appleTflopsPerWatt, "power.apple_tflops_per_watt");
    read(c.power.utilisation, "power.utilisation");
    read(c.power.restDesktop, "power.rest_desktop_watts");
    read(c.power.restLaptop, "power.rest_laptop_watts");
    read(c.power.psuEfficiency, "power.psu_efficiency");
    read(c.power.pueHome, "power.pue_home");
    read(c.power.pueCloud, "power.pue_cloud");
    read(c.power.co2World, "power.co2_world_grams");
}

void readMemory(ConstantReader& read, Constants& c)
{
    read(c.memory.adamAmp, "memory.adam_amp_bytes");
    read(c.memory.adamFp32, "memory.adam_fp32_bytes");
    read(c.memory.half, "memory.half_bytes");
    read(c.memory.nf4, "memory.nf4_bytes");
    read(c.memory.nf4Double, "memory.nf4_double_bytes");
    read(c.memory.adapter, "memory.adapter_bytes");
    read(c.memory.kappa, "memory.kappa_default");
    read(c.memory.qloraActivations, "memory.qlora_activations");
    read(c.memory.logits, "memory.logit_bytes");
    read(c.memory.encoderFixed, "memory.encoder_layer_bytes");
    read(c.memory.encoderAttention, "memory.encoder_attention_bytes");
    read(c.memory.encoderMargin, "memory.encoder_margin");
    read(c.memory.fp32Activations, "memory.fp32_activations");
    read(c.memory.mactBytes, "memory.vision_bytes_per_act");
    read(c.memory.visionFixed, "memory.vision_fixed_gib");
    read(c.memory.contextGb, "memory.context_gb");
    read(c.memory.marginCalibrated, "memory.margin_calibrated");
    read(c.memory.marginSpec, "memory.margin_spec");
    read(c.memory.fillShare, "memory.fill_share");
    read(c.memory.edge, "memory.edge_tolerance");
    read(c.memory.appleShare, "memory.apple_share");
    read(c.memory.integratedShare, "memory.integrated_share");
    read(c.memory.osGb, "memory.os_gb");
    read(c.memory.frameworkGb, "memory.framework_gb");
    read(c.memory.encoderSpareGb, "memory.encoder_spare_gb");
    read(c.memory.adamHalf, "memory.adam_half_bytes");
    read(c.memory.adapterShare, "memory.adapter_share");
    read(c.memory.metalFactor, "memory.metal_factor");
    read(c.memory.hfLogits, "memory.hf_logit_bytes");
    read(c.memory.fusedSince, "memory.fused_attention_year");
    read(c.memory.encoderFused, "memory.encoder_fused_bytes");
    read(c.memory.transformerBytes, "memory.transformer_bytes_per_act");
}

void readSd(ConstantReader& read, Constants& c)
{
    read(c.sd.cnn, "sd.cnn");
    read(c.sd.map, "sd.map");
    read(c.sd.language, "sd.language");
    read(c.sd.adapter, "sd.adapter");
    read(c.sd.encoder, "sd.encoder");
    read(c.sd.transformer, "sd.transformer");
    read(c.sd.rnn, "sd.rnn");
    read(c.sd.xgboost, "sd.xgboost");
    read(c.sd.lightgbm, "sd.lightgbm");
    read(c.sd.gpuBoosting, "sd.gpu_boosting");
    read(c.sd.oldGpuBoosting, "sd.old_gpu_boosting");
    read(c.sd.forest, "sd.forest");
    read(c.sd.otherTables, "sd.other_tables");
    read(c.sd.cuml, "sd.cuml");
    read(c.sd.games, "sd.games");
    read(c.sd.softwareCuda, "sd.software_cuda");
    read(c.sd.softwareMetal, "sd.software_metal");
    read(c.sd.softwareOther, "sd.software_other");
    read(c.sd.unknownVision, "sd.unknown_vision");
    read(c.sd.unknownText, "sd.unknown_text");
    read(c.sd.workload, "sd.workload");
    read(c.sd.guessedPower, "sd.guessed_power");
    read(c.sd.guessedProcessor, "sd.guessed_processor");
    read(c.sd.newFactor, "sd.new_generation_factor");
}

void readCost(ConstantReader& read, Constants& c)
{
    read(c.cost.rhoDesktop, "cost.value_kept_desktop");
    read(c.cost.rhoLaptop, "cost.value_kept_laptop");
    read(c.cost.rhoMac, "cost.value_kept_mac");
    read(c.cost.setupMinutes, "cost.setup_minutes");
    read(c.cost.idleFactor, "cost.idle_factor");
    read(c.cost.spotCheckpointMinutes, "cost.spot_checkpoint_minutes");
    read(c.cost.spotMeanMinutes, "cost.spot_minutes_between_stops");
    read(c.cost.spotRestartMinutes, "cost.spot_restart_minutes");
}

void readProfileConstants(ConstantReader& read, ProfileConstants& profile)
{
    read(profile.sgemmShare, "profile.sgemm_share");
    read(profile.triadShare, "profile.triad_share");
    read(profile.referenceHistogram, "profile.reference_histogram");
    read(profile.referenceTree, "profile.reference_tree");
    read(profile.spreadShare, "profile.spread_share");
    read(profile.tableSd, "profile.table_sd");
    read(profile.forestSteps, "profile.forest_steps");
    read(profile.forestExponent, "profile.forest_cache_exponent");
    read(profile.binningNs, "profile.binning_ns");
    read(profile.xgboost.cells, "profile.xgboost.cells");
    read(profile.xgboost.bins, "profile.xgboost.bins");
    read(profile.xgboost.nodeUs, "profile.xgboost.node_us");
    read(profile.histBoosting.cells, "profile.hist_boosting.cells");
    read(profile.histBoosting.bins, "profile.hist_boosting.bins");
    read(profile.histBoosting.nodeUs, "profile.hist_boosting.node_us");
    read(profile.linearBytes, "profile.linear_bytes");
    read(profile.linearRowNs, "profile.linear_row_ns");
    read(profile.linearRounds, "profile.linear_rounds");
    read(profile.linearStartMs, "profile.linear_start_ms");
    read(profile.kmeansShare, "profile.kmeans_share");
    read(profile.kmeansPairNs, "profile.kmeans_pair_ns");
    read(profile.kmeansSerial, "profile.kmeans_serial_share");
    read(profile.svmPairNs, "profile.svm_pair_ns");
    read(profile.svmColumnNs, "profile.svm_column_ns");
    read(profile.knnShare, "profile.knn_share");
    read(profile.knnPairNs, "profile.knn_pair_ns");
    read(profile.knnTreeUs, "profile.knn_tree_us");
    read(profile.knnTreeGrowth, "profile.knn_tree_growth");
    read(profile.knnTreePointNs, "profile.knn_tree_point_ns");
    read(profile.knnRowUs, "profile.knn_row_us");
    read(profile.pcaShare, "profile.pca_share");
    read(profile.pcaElementNs, "profile.pca_element_ns");
    read(profile.jpegShare, "profile.jpeg_share");
}

void readRuns(ConstantReader& read, RunConstants& runs)
{
    read(runs.sameJob, "runs.same_job");
    read(runs.sameFamily, "runs.same_family");
    read(runs.sameKind, "runs.same_kind");
    read(runs.otherMachine, "runs.other_machine");
    read(runs.noise, "runs.noise");
}

void readProfileNetworks(ConstantReader& read, ProfileConstants& profile)
{
    read(profile.netConvolutions, "profile.net.convolutions");
    read(profile.netDense, "profile.net.dense");
    read(profile.netValueBytes, "profile.net.value_bytes");
    read(profile.netWeightBytes, "profile.net.weight_bytes");
    read(profile.netCallUs, "profile.net.call_us");
    read(profile.netMeetingUs, "profile.net.meeting_us");
    read(profile.netMeetingFlop, "profile.net.meeting_flop");
    read(profile.netLayers, "profile.net.layers");
    read(profile.netLayersExponent, "profile.net.layers_exponent");
    read(profile.netDenseLayers, "profile.net.dense_layers");
    read(profile.netStepLayers, "profile.net.step_layers");
}

} // namespace

std::shared_ptr<const Constants> resolveConstants(const Catalog& catalog, const Answers& answers)
{
    auto constants = std::make_shared<Constants>();
    ConstantReader read(catalog, answers, *constants);
    readSpeed(read, *constants);
    readOverheads(read, *constants);
    readSoftware(read, *constants);
    readPower(read, *constants);
    readMemory(read, *constants);
    readTables(read, constants->tables);
    readSd(read, *constants);
    readCost(read, *constants);
    readWork(read, constants->law);
    readLaw(read, constants->law);
    readProfileConstants(read, constants->profile);
    readProfileNetworks(read, constants->profile);
    readRuns(read, constants->runs);
    constants->ownEvidence = evidenceOf(answers, catalog, *constants);
    return constants;
}

} // namespace rightrig
