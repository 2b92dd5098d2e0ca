package dev.almanac.ui.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.AlmanacException;
import dev.almanac.ui.page.ErrorPage;
import dev.almanac.ui.page.Page;
import dev.almanac.ui.page.PageContent;
import dev.almanac.ui.page.PageRequest;
import dev.almanac.ui.page.StyleSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.ui.UIUtils$;
import org.apache.spark.ui.WebUIPage;
import org.json4s.JValue;
import org.json4s.jackson.JsonMethods$;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.xml.Node;
import scala.xml.Unparsed;

/** A page of ours as Spark's UI serves it: as HTML in Spark's frame, and as JSON. */
final class TabPage extends WebUIPage {

  private static final Logger LOG = LoggerFactory.getLogger(TabPage.class);

  private final Page page;
  private final DatasetsTab tab;
  private final SparkApplication application;
  private final PageWork work;
  private final ObjectMapper json = new ObjectMapper();

  TabPage(Page page, DatasetsTab tab, SparkApplication application, PageWork work) {
    super(page.path());
    this.page = page;
    this.tab = tab;
    this.application = application;
    this.work = work;
  }

  @Override
  public Seq<Node> render(HttpServletRequest request) {
    PageContent content = content(request);
    String html = StyleSheet.HTML.source() + content.body().source();
    Node body = new Unparsed(html); // escaped by Html
    return UIUtils$.MODULE$.headerSparkPage(
        request,
        content.title(),
        () -> CollectionConverters.asScala(java.util.List.of(body)).toSeq(),
        tab,
        Option.empty(),
        false,
        false);
  }

  @Override
  public JValue renderJson(HttpServletRequest request) {
    return JsonMethods$.MODULE$.fromJsonNode(json.valueToTree(content(request).facts()));
  }

  /** The content, or what is wrong: errors are content, too. */
  private PageContent content(HttpServletRequest request) {
    PageRequest asked = asked(request);
    try {
      return work.result(() -> page.content(asked));
    } catch (Exception | LinkageError e) { // LinkageError: a client's jar that does not fit
      if (e instanceof AlmanacException) {
        LOG.debug("The page {} shows an error", request.getRequestURI(), e);
      } else {
        LOG.warn("Cannot show the page {}", request.getRequestURI(), e);
      }
      return ErrorPage.content(application, page.title(), asked, e);
    }
  }

  private PageRequest asked(HttpServletRequest request) {
    Map<String, String> parameters = new HashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (values.length > 0) {
                parameters.put(name, decoded(values[0]));
              }
            });
    return new PageRequest(
        UIUtils$.MODULE$.prependBaseUri(request, tab.basePath(), ""), parameters);
  }

  /**
   * Some proxies encode what is encoded. What somebody typed may have a percent sign of its own.
   */
  private static String decoded(String value) {
    try {
      return UIUtils$.MODULE$.decodeURLParameter(value);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
