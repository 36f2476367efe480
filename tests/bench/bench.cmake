# Benchmarks: built with the tests, run by hand, never by ctest.
function(rightrig_bench name)
  add_executable(bench_${name} ${CMAKE_CURRENT_LIST_DIR}/bench_${name}.cpp)
  set_target_properties(bench_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(bench_${name} PRIVATE ${ARGN} rightrig_qt_options)
  target_compile_definitions(bench_${name} PRIVATE RIGHTRIG_CATALOGUE="${CMAKE_BINARY_DIR}/share/rightrig/catalogue.db")
endfunction()

rightrig_bench(estimator rightrig_domain rightrig_db Qt6::Test)
rightrig_bench(recommender rightrig_domain rightrig_db Qt6::Test)
rightrig_bench(barewizard Qt6::Widgets) # what bench_firstpage compares with
rightrig_bench(firstpage rightrig_app)
target_compile_definitions(bench_firstpage PRIVATE RIGHTRIG_BAREWIZARD="$<TARGET_FILE:bench_barewizard>")
add_dependencies(bench_firstpage bench_barewizard)
