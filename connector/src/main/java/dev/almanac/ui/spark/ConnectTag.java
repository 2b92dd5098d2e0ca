package dev.almanac.ui.spark;

import dev.almanac.ui.page.ConnectClient;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a query to a Spark Connect server: it is in the tag that the server gives to the query's
 * jobs, to be able to stop them. Its classes are not on the class path of other applications.
 */
final class ConnectTag {

  private static final Pattern TAG =
      Pattern.compile(
          "SparkConnect_OperationTag_User_(?<user>.*)_Session_(?<session>.*)_Operation_.*",
          Pattern.DOTALL);

  private ConnectTag() {}

  static Optional<ConnectClient> client(Collection<String> tags) {
    return tags.stream()
        .map(TAG::matcher)
        .filter(Matcher::matches)
        .map(tag -> new ConnectClient(tag.group("user"), tag.group("session")))
        .findFirst();
  }
}
