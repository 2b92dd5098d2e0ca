package dev.almanac.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void textAndAttributesAreEscaped() {
    assertThat(Html.tag("a").with("title", "\"'<>&").text("<b>'&amp;'\u0000\u0007</b>").source())
        .isEqualTo(
            "<a title=\"&quot;&#39;&lt;&gt;&amp;\">"
                + "&lt;b&gt;&#39;&amp;amp;&#39;\uFFFD\uFFFD&lt;/b&gt;</a>");
  }

  @Test
  void elementsAreNested() {
    assertThat(
            Html.tag("p")
                .of("x")
                .add(Html.text("a"), Html.tag("br"), Html.all(List.of(Html.tag("i").text("b"))))
                .source())
        .isEqualTo("<p class=\"x\">a<br><i>b</i></p>");
  }

  @Test
  void addingLeavesAnElementAsItWas() {
    Html.Element empty = Html.tag("p");

    assertThat(empty.text("a").source()).isEqualTo("<p>a</p>");
    assertThat(empty.source()).isEqualTo("<p></p>");
  }
}
