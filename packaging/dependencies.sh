# Sourced by run and test: says which Debian packages are missing and installs them.

build_packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev libgl-dev libegl-dev
    libsqlitecpp-dev libsqlite3-dev nlohmann-json3-dev libboost-program-options-dev libqpdf-dev
    libsodium-dev libcurl4-openssl-dev
    fonts-dejavu-core libopenblas0-pthread libturbojpeg0-dev
)
# What a window on X11 needs beside the libraries; the wizard works without, headless.
window_packages=(libqt6svg6)
test_packages=(
    clang-format clang-tidy clazy poppler-utils desktop-file-utils appstream python3 git
)

# What packaging/fuzz needs beside the build packages.
fuzz_packages=(clang libclang-rt-dev llvm)

# Installs what is missing. As root directly, else through sudo; says what to do if neither works.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "RightRig needs these packages (Debian names); install their counterparts: ${missing[*]}" >&2
        return 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Please run as root: apt-get install ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log" 2>&1 || {
        tail -20 "$log" >&2
        return 1
    }
}

# Configures and builds one preset quietly, all of it or the targets named; on failure the compiler's words are shown.
build_preset() {
    local preset=$1
    local targets=()
    [ $# -gt 1 ] && targets=(--target "${@:2}")
    local launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        # A checkout in another folder finds the same objects; precompiled headers are cached too.
        export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    fi
    cmake --preset "$preset" "${launcher[@]}" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
    echo "Building ($preset) ..." >&2
    cmake --build --preset "$preset" "${targets[@]}" >"$log" 2>&1 || { grep -vE '^\[[0-9]+/[0-9]+\]' "$log" | tail -60 >&2; return 1; }
}

# The Windows and Mac ways differ; this script is for Debian and Ubuntu. CMakePresets.json works everywhere.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
