# Preset `fuzz` (clang): one libFuzzer program for each reader of outside bytes. Run one by hand:
#   mkdir -p build/fuzz/found && build/fuzz/bin/fuzz_answers -max_total_time=60 build/fuzz/found tests/fuzz/corpus/answers
target_compile_options(rightrig_options INTERFACE -fsanitize=fuzzer-no-link)

foreach(reader answers job csv catalogue gpuinfo prices course pdf)
  add_executable(fuzz_${reader} ${CMAKE_CURRENT_LIST_DIR}/fuzz_${reader}.cpp)
  target_link_libraries(fuzz_${reader} PRIVATE rightrig_db rightrig_qt_options)
  target_link_options(fuzz_${reader} PRIVATE -fsanitize=fuzzer)
endforeach()
target_link_libraries(fuzz_pdf PRIVATE rightrig_ui)
