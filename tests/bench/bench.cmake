# Benchmarks: built with the tests, run by hand, never by ctest.
function(rightrig_bench name)
  add_executable(bench_${name} ${CMAKE_CURRENT_LIST_DIR}/bench_${name}.cpp)
  set_target_properties(bench_${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF)
  target_link_libraries(bench_${name} PRIVATE ${ARGN} rightrig_test_paths rightrig_qt_options)
endfunction()

rightrig_bench(estimator rightrig_domain rightrig_db Qt6::Test)
rightrig_bench(recommender rightrig_domain rightrig_db Qt6::Test)
rightrig_bench(priceimport rightrig_domain rightrig_db)
rightrig_bench(catalogue rightrig_domain rightrig_db)
rightrig_bench(class rightrig_domain rightrig_db)
rightrig_bench(accuracy rightrig_ui rightrig_db Qt6::Test)
rightrig_bench(barewizard Qt6::Widgets) # what bench_firstpage compares with
rightrig_bench(firstpage rightrig_app)
target_compile_definitions(bench_firstpage PRIVATE RIGHTRIG_BAREWIZARD="$<TARGET_FILE:bench_barewizard>")
add_dependencies(bench_firstpage bench_barewizard)

# The fit of the estimator's constants: for whoever has a table of measured runs. Needs Eigen; nothing else does.
find_package(Eigen3 QUIET)
if(Eigen3_FOUND)
  file(GLOB fit_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fit/*.cpp ${CMAKE_CURRENT_LIST_DIR}/fit/*.h)
  add_executable(rightrig-fit EXCLUDE_FROM_ALL ${fit_sources})
  target_link_libraries(rightrig-fit PRIVATE rightrig_db)
  get_target_property(eigen_headers Eigen3::Eigen INTERFACE_INCLUDE_DIRECTORIES)
  target_include_directories(rightrig-fit SYSTEM PRIVATE ${eigen_headers})
endif()
