package dev.almanac.ui.page;

import java.util.Map;

/**
 * A page without the frame that Spark puts around it.
 *
 * @param title unescaped
 * @param body what is below the title
 * @param facts the same for programs: of text, numbers, booleans, lists and maps
 */
public record PageContent(String title, Html body, Map<String, Object> facts) {}
