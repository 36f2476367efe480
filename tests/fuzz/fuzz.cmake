# Preset `fuzz` (clang): one libFuzzer program for each reader of outside bytes. packaging/fuzz builds and runs them all; one by hand:
#   mkdir -p build/fuzz/found && build/fuzz/bin/fuzz_answers -max_total_time=60 build/fuzz/found tests/fuzz/corpus/answers
target_compile_options(rightrig_options INTERFACE -fsanitize=fuzzer-no-link)

add_custom_target(fuzzers DEPENDS rightrig-build-catalogue)
foreach(reader answers job csv catalogue gpuinfo numbers prices course pdf)
  add_executable(fuzz_${reader} ${CMAKE_CURRENT_LIST_DIR}/fuzz_${reader}.cpp)
  target_link_libraries(fuzz_${reader} PRIVATE rightrig_db rightrig_qt_options)
  target_link_options(fuzz_${reader} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers fuzz_${reader})
endforeach()
target_link_libraries(fuzz_catalogue PRIVATE SQLite::SQLite3)
target_link_libraries(fuzz_numbers PRIVATE rightrig_qt)
# Of the windows it needs one file; the others would take longer to build than to fuzz.
find_package(qpdf REQUIRED)
target_sources(fuzz_pdf PRIVATE ${CMAKE_SOURCE_DIR}/ui/report/attachment.cpp)
# clang 14 does not take qpdf's JSON.hh as C++20: a vector of a class that is not complete yet.
set_source_files_properties(${CMAKE_SOURCE_DIR}/ui/report/attachment.cpp PROPERTIES COMPILE_OPTIONS -std=gnu++17
  SKIP_UNITY_BUILD_INCLUSION ON)
target_link_libraries(fuzz_pdf PRIVATE rightrig_qt qpdf::libqpdf)
