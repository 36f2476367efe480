-- RightRig catalogue, schema 1. Built from db/rows/*.csv at build time; the opener compares this text with the file's.
-- An empty value is NULL and means unknown. It is never 0. Units are in the names. Rates are dense peaks.
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 3 AND 500),
  url TEXT,
  licence TEXT
) STRICT;

CREATE TABLE devices (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  aliases TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('cpu','gpu','tpu')),
  segment TEXT NOT NULL CHECK (segment IN ('desktop','laptop','workstation','datacentre','integrated','apple','server','tpu')),
  vendor TEXT NOT NULL CHECK (vendor IN ('nvidia','amd','intel','apple','google','other')),
  architecture TEXT,
  year INTEGER CHECK (year BETWEEN 2005 AND 2035),
  vram_gib REAL CHECK (vram_gib BETWEEN 0.5 AND 512),
  bandwidth_gb_per_s REAL CHECK (bandwidth_gb_per_s BETWEEN 5 AND 20000),
  fp32_tflops REAL CHECK (fp32_tflops BETWEEN 0.05 AND 1000),
  tf32_tflops REAL CHECK (tf32_tflops BETWEEN 0.05 AND 5000),
  half_tflops REAL CHECK (half_tflops BETWEEN 0.05 AND 10000),
  power_w REAL CHECK (power_w BETWEEN 2 AND 2500),
  power_min_w REAL CHECK (power_min_w BETWEEN 2 AND 2500),
  power_max_w REAL CHECK (power_max_w BETWEEN 2 AND 2500),
  unified_memory INTEGER NOT NULL DEFAULT 0 CHECK (unified_memory IN (0,1)),
  cores INTEGER CHECK (cores BETWEEN 1 AND 512),
  performance_cores INTEGER CHECK (performance_cores BETWEEN 1 AND 512),
  threads INTEGER CHECK (threads BETWEEN 1 AND 1024),
  base_ghz REAL CHECK (base_ghz BETWEEN 0.3 AND 8),
  boost_ghz REAL CHECK (boost_ghz BETWEEN 0.3 AND 8),
  flop_per_cycle REAL CHECK (flop_per_cycle IN (4,8,16,32,64)),
  single_core_speed REAL CHECK (single_core_speed BETWEEN 0.05 AND 4),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  notes TEXT
) STRICT;

CREATE TABLE machines (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  aliases TEXT,
  provider TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('laptop','desktop','cloud','free','school')),
  cpu TEXT REFERENCES devices(id),
  accelerator TEXT REFERENCES devices(id),
  accelerator_unknown INTEGER NOT NULL DEFAULT 0 CHECK (accelerator_unknown IN (0,1)),
  accelerator_count INTEGER NOT NULL DEFAULT 0 CHECK (accelerator_count BETWEEN 0 AND 64),
  ram_gib REAL CHECK (ram_gib BETWEEN 0.5 AND 32768),
  vram_gib REAL CHECK (vram_gib BETWEEN 0.5 AND 512),
  tgp_w REAL CHECK (tgp_w BETWEEN 5 AND 300),
  vcpus REAL CHECK (vcpus BETWEEN 0.25 AND 2048),
  storage_gb REAL CHECK (storage_gb BETWEEN 1 AND 1000000),
  weight_kg REAL CHECK (weight_kg BETWEEN 0.3 AND 60),
  fanless INTEGER NOT NULL DEFAULT 0 CHECK (fanless IN (0,1)),
  os TEXT NOT NULL DEFAULT 'any' CHECK (os IN ('any','windows','macos','linux')),
  session_hours REAL CHECK (session_hours > 0),
  weekly_hours REAL CHECK (weekly_hours BETWEEN 0.1 AND 168),
  guaranteed INTEGER NOT NULL DEFAULT 1 CHECK (guaranteed IN (0,1)),
  year INTEGER CHECK (year BETWEEN 2005 AND 2035),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  notes TEXT
) STRICT;

CREATE TABLE parts (
  machine TEXT NOT NULL REFERENCES machines(id),
  component TEXT NOT NULL CHECK (component IN ('gpu','cpu','ram','storage','board','psu','case','cooler')),
  name TEXT NOT NULL,
  price REAL CHECK (price > 0),
  currency TEXT REFERENCES currencies(code),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  confidence TEXT NOT NULL CHECK (confidence IN ('high','medium','low')),
  PRIMARY KEY (machine, component, name)
) STRICT;

CREATE TABLE offers (
  id TEXT PRIMARY KEY NOT NULL,
  machine TEXT NOT NULL REFERENCES machines(id),
  price REAL CHECK (price > 0),
  currency TEXT REFERENCES currencies(code),
  per TEXT NOT NULL CHECK (per IN ('once','hour','month','free')),
  kind TEXT NOT NULL CHECK (kind IN ('list','street','used','on-demand','spot','free')),
  region TEXT,
  billing_unit_s REAL CHECK (billing_unit_s > 0),
  minimum_s REAL CHECK (minimum_s > 0),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  confidence TEXT NOT NULL CHECK (confidence IN ('high','medium','low')),
  notes TEXT,
  CHECK (price IS NULL OR currency IS NOT NULL),
  CHECK (per <> 'free' OR price IS NULL)
) STRICT;

-- A class of computers is an offer whose price is the middle of other offers: those named here.
CREATE TABLE class_members (
  class TEXT NOT NULL REFERENCES offers(id),
  member TEXT NOT NULL REFERENCES offers(id),
  PRIMARY KEY (class, member),
  CHECK (class <> member)
) STRICT;

-- Networks that published measurements name. Figures hold for one sample of the stated side or length.
CREATE TABLE networks (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  aliases TEXT,
  family TEXT NOT NULL CHECK (family IN ('cnn','detector','segmentation','transformer-encoder','transformer-decoder','diffusion','recommender','rnn','mlp')),
  params_m REAL CHECK (params_m BETWEEN 0.0001 AND 10000000),
  embedding_params_m REAL CHECK (embedding_params_m BETWEEN 0 AND 10000000),
  forward_gflop REAL CHECK (forward_gflop BETWEEN 0.0000001 AND 100000000),
  activations_m REAL CHECK (activations_m BETWEEN 0.0000001 AND 100000000),
  modules REAL CHECK (modules BETWEEN 1 AND 100000),
  layers REAL CHECK (layers BETWEEN 1 AND 10000),
  hidden REAL CHECK (hidden BETWEEN 1 AND 1000000),
  heads REAL CHECK (heads BETWEEN 1 AND 10000),
  sequence REAL CHECK (sequence BETWEEN 1 AND 10000000),
  vocabulary REAL CHECK (vocabulary BETWEEN 2 AND 100000000),
  image_px REAL CHECK (image_px BETWEEN 1 AND 10000),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  notes TEXT
) STRICT;

-- Measured time over the law's time for single networks, with its spread, from published runs.
CREATE TABLE fits (
  network TEXT PRIMARY KEY NOT NULL REFERENCES networks(id),
  factor REAL NOT NULL CHECK (factor BETWEEN 0.1 AND 10),
  low REAL NOT NULL,
  high REAL NOT NULL,
  runs INTEGER NOT NULL CHECK (runs >= 1),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  CHECK (low <= factor AND factor <= high)
) STRICT;

CREATE TABLE presets (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  example TEXT NOT NULL,
  goal TEXT NOT NULL CHECK (goal IN ('tables','images','text','sound','games')),
  depth TEXT NOT NULL CHECK (depth IN ('tutorials','adapt','scratch')),
  family TEXT NOT NULL CHECK (family IN ('cnn','detector','segmentation','transformer-encoder','transformer-decoder','llm-full','lora','qlora','diffusion','recommender','rnn','mlp','gbdt','random-forest','linear','svm','kmeans','knn','pca','reinforcement')),
  unit TEXT NOT NULL CHECK (unit IN ('rows','images','documents','audio-hours','steps','tokens')),
  samples REAL NOT NULL CHECK (samples > 0),
  epochs REAL NOT NULL CHECK (epochs > 0),
  batch REAL NOT NULL CHECK (batch > 0),
  precision TEXT NOT NULL CHECK (precision IN ('fp32','tf32','amp','int8','int4')),
  checkpointing INTEGER NOT NULL DEFAULT 0 CHECK (checkpointing IN (0,1)),
  loads_images INTEGER NOT NULL DEFAULT 0 CHECK (loads_images IN (0,1)),
  typical INTEGER NOT NULL DEFAULT 0 CHECK (typical IN (0,1)),
  tuning_runs REAL NOT NULL DEFAULT 1 CHECK (tuning_runs >= 1),
  params_m REAL, embedding_params_m REAL, forward_gflop REAL, activations_m REAL,
  layers REAL, hidden REAL, heads REAL, sequence REAL, vocabulary REAL, image_px REAL, kappa REAL,
  adapter_params_m REAL, throughput_k_amp REAL, throughput_k_fp32 REAL, memory_fixed_gib REAL, memory_per_sample_mib REAL,
  columns REAL, trees REAL, depth_of_tree REAL, leaves REAL, clusters REAL, iterations REAL, features_per_split REAL,
  initialisations REAL, booster TEXT CHECK (booster IN ('xgboost','lightgbm','catboost')),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  network TEXT REFERENCES networks(id),
  notes TEXT
) STRICT;

CREATE TABLE assumptions (
  name TEXT PRIMARY KEY NOT NULL,
  value REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  unit TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  CHECK (low <= value AND value <= high)
) STRICT;

-- Single published training speeds that ship with the program: estimates are compared with them and never taken from them.
-- Columns as in measurement files; `cite` names repository, file and commit of the figure.
CREATE TABLE checkpoints (
  id TEXT PRIMARY KEY NOT NULL,
  cite TEXT NOT NULL CHECK (length(cite) BETWEEN 3 AND 200),
  hardware TEXT NOT NULL CHECK (length(hardware) BETWEEN 1 AND 200),
  hardware_count REAL NOT NULL DEFAULT 1 CHECK (hardware_count BETWEEN 1 AND 100000),
  cores_used REAL CHECK (cores_used BETWEEN 1 AND 1024),
  power_w REAL CHECK (power_w BETWEEN 2 AND 2500),
  stack TEXT NOT NULL,
  family TEXT NOT NULL CHECK (family IN ('cnn','detector','segmentation','transformer-encoder','transformer-decoder','llm-full','lora','qlora','diffusion','recommender','rnn','mlp','gbdt','random-forest','linear','svm','kmeans','knn','pca')),
  model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
  params_m REAL, forward_gflop REAL, activations_m REAL, layers REAL, hidden REAL, sequence REAL, image_px REAL,
  rows REAL, features REAL, trees REAL, depth REAL, leaves REAL, samples REAL, epochs REAL,
  precision TEXT NOT NULL CHECK (precision IN ('fp32','tf32','amp','fp16','bf16','fp64','int8','int4')),
  batch REAL,
  checkpointing INTEGER CHECK (checkpointing IN (0,1)),
  pipeline TEXT NOT NULL CHECK (pipeline IN ('synthetic','real')),
  metric TEXT NOT NULL CHECK (metric IN ('samples_per_s','tokens_per_s','step_seconds','seconds')),
  value REAL NOT NULL CHECK (value > 0),
  peak_memory_gib REAL CHECK (peak_memory_gib BETWEEN 0.001 AND 32768),
  year INTEGER NOT NULL CHECK (year BETWEEN 2005 AND 2035),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*'),
  notes TEXT
) STRICT;

CREATE TABLE currencies (
  code TEXT PRIMARY KEY NOT NULL CHECK (length(code) = 3),
  usd_per_unit REAL NOT NULL CHECK (usd_per_unit > 0),
  source TEXT NOT NULL REFERENCES sources(id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]*')
) STRICT;

CREATE TABLE countries (
  code TEXT PRIMARY KEY NOT NULL CHECK (length(code) = 2),
  name TEXT NOT NULL,
  currency TEXT NOT NULL REFERENCES currencies(code),
  electricity_per_kwh REAL CHECK (electricity_per_kwh BETWEEN 0.0001 AND 1000000),
  electricity_currency TEXT REFERENCES currencies(code),
  electricity_source TEXT REFERENCES sources(id),
  electricity_as_of TEXT,
  electricity_confidence TEXT CHECK (electricity_confidence IN ('high','medium','low')),
  carbon_g_per_kwh REAL CHECK (carbon_g_per_kwh BETWEEN 0 AND 2000),
  carbon_source TEXT REFERENCES sources(id),
  carbon_as_of TEXT
) STRICT;
