# Benchmarks: built with the tests, run by hand, never by ctest.
add_executable(bench_estimator ${CMAKE_CURRENT_LIST_DIR}/bench_estimator.cpp)
set_target_properties(bench_estimator PROPERTIES AUTOMOC ON)
target_link_libraries(bench_estimator PRIVATE rightrig_domain rightrig_db rightrig_qt_options Qt6::Test)
target_compile_definitions(bench_estimator PRIVATE RIGHTRIG_CATALOGUE="${CMAKE_BINARY_DIR}/share/rightrig/catalogue.db")
