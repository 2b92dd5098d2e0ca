package dev.almanac.spark;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Steps through a text of JSON documents, laid out over any number of lines: each document is a
 * record, and of a document that is an array each element.
 *
 * <p>Spark reads the first document only, and holds all of an array at once; here the text streams,
 * and every document counts.
 */
final class JsonDocuments {

  private final JsonParser text;
  private boolean inArray; // of records
  private JsonProcessingException broken; // from here on, the text cannot be told into records
  private boolean end;

  JsonDocuments(JsonParser text) {
    this.text = text;
  }

  /**
   * Goes to the next record; false at the end of the text. Where the text is broken, one last
   * record gives the error.
   */
  boolean next() throws IOException {
    if (end || broken != null) {
      return false;
    }
    try {
      leaveRecord();
      end = !toRecord();
    } catch (JsonProcessingException e) {
      broken = e;
    }
    return !end;
  }

  /** The current record: starts before its first token, and is left open when closed. */
  JsonParser record() {
    return new Document();
  }

  /** Passes over what is left of a record that did not fit the columns. */
  private void leaveRecord() throws IOException {
    int outside = inArray ? 1 : 0;
    while (depth(text.getParsingContext()) > outside && text.nextToken() != null) {
      // passing over
    }
  }

  private boolean toRecord() throws IOException {
    for (JsonToken token = text.nextToken(); token != null; token = text.nextToken()) {
      if (token == JsonToken.START_ARRAY && !inArray) {
        inArray = true;
      } else if (token == JsonToken.END_ARRAY && inArray) {
        inArray = false;
      } else {
        return true;
      }
    }
    return false;
  }

  private static int depth(JsonStreamContext context) {
    int depth = 0;
    for (JsonStreamContext c = context; !c.inRoot(); c = c.getParent()) {
      depth++;
    }
    return depth;
  }

  private final class Document extends JsonParserDelegate {

    private boolean started;

    Document() {
      super(text);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      if (broken != null) {
        throw broken;
      }
      if (!started) {
        started = true;
        return currentToken();
      }
      try {
        return super.nextToken();
      } catch (JsonProcessingException e) {
        broken = e;
        throw e;
      }
    }

    @Override
    public JsonParser skipChildren() throws IOException {
      try {
        return super.skipChildren();
      } catch (JsonProcessingException e) {
        broken = e;
        throw e;
      }
    }

    @Override
    public void close() {
      // the text goes on after the record
    }
  }
}
