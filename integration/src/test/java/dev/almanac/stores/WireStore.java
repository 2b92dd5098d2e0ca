package dev.almanac.stores;

import dev.almanac.wire.Fault;
import dev.almanac.wire.FaultyProxy;
import java.nio.file.Path;
import java.util.Map;

/** A store behind a proxy, so that tests see its requests and break its answers. */
interface WireStore extends TestStore {

  String KEY = "AKIDALMANACTEST";
  String SECRET = "veryS3cretOfTheStore";

  FaultyProxy proxy();

  /** Options of a store of the same place whose client gives up soon. */
  Map<String, String> hastyOptions();

  /** Options with credentials that the server does not accept. */
  Map<String, String> wrongCredentials(Path temporary);

  /** A location in a bucket that is not there. */
  String missingBucket();

  /** Options that lead to a server that is not there. */
  Map<String, String> noServer();

  /** How the server says that access is denied. */
  Fault denied();

  /** How the server says that it is overloaded. */
  Fault overloaded();

  /** Whether a request lists. */
  boolean isList(FaultyProxy.Request request);

  /** Whether a request gets an object's bytes. */
  boolean isRead(FaultyProxy.Request request);
}
