# cmake --build build/dev --target screenshots: PNGs of everything a person sees in build/dev/screenshots
add_executable(draw_screenshots EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/support/screenshots.cpp)
target_link_libraries(draw_screenshots PRIVATE rightrig_app rightrig_test_paths rightrig_qt_options Qt6::Test)
set(shots ${CMAKE_BINARY_DIR}/screenshots)
add_custom_target(screenshots
  COMMAND ${CMAKE_COMMAND} -E make_directory ${shots}/home
  COMMAND ${CMAKE_COMMAND} -E env HOME=${shots}/home XDG_CONFIG_HOME=${shots}/home ASAN_OPTIONS=detect_leaks=0
    $<TARGET_FILE:draw_screenshots> ${shots}
  COMMAND pdftoppm -r 80 -png ${shots}/report.pdf ${shots}/report
  COMMAND pdftoppm -r 80 -png ${shots}/handout.pdf ${shots}/handout
  DEPENDS draw_screenshots catalogue VERBATIM)
