package dev.almanac.wire;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks one user's password as RFC 7677 (SCRAM-SHA-256) has it. What is not logged in may read.
 */
final class ScramLogin {

  private static final int ITERATIONS = 4096;
  private static final byte[] SALT = "almanac-tests".getBytes(StandardCharsets.UTF_8);

  private record Conversation(String clientFirst, String serverFirst, String nonce) {}

  private final String user;
  private final String password;
  private final Map<Integer, Conversation> open = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  ScramLogin(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** Answers {@code saslStart} and {@code saslContinue}. */
  Document answer(Document command) {
    BinData payload = (BinData) command.get("payload");
    String text = new String(payload.getData(), StandardCharsets.UTF_8);
    try {
      return command.containsKey("saslStart")
          ? start(text)
          : finish((Integer) command.get("conversationId"), text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Document start(String text) {
    String first = text.substring("n,,".length());
    String nonce = field(first, "r") + "server";
    String salt = Base64.getEncoder().encodeToString(SALT);
    String serverFirst = "r=" + nonce + ",s=" + salt + ",i=" + ITERATIONS;
    int id = ids.incrementAndGet();
    open.put(id, new Conversation(first, serverFirst, nonce));
    return reply(id, serverFirst, false);
  }

  private Document finish(int id, String text) throws GeneralSecurityException {
    Conversation conversation = open.remove(id);
    String withoutProof = text.substring(0, text.lastIndexOf(",p="));
    String signed =
        conversation.clientFirst() + "," + conversation.serverFirst() + "," + withoutProof;
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 256);
    byte[] salted =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    byte[] clientKey = hmac(salted, "Client Key");
    byte[] stored = MessageDigest.getInstance("SHA-256").digest(clientKey);
    byte[] proof = xor(clientKey, hmac(stored, signed));
    boolean right =
        field(conversation.clientFirst(), "n").equals(user)
            && field(withoutProof, "r").equals(conversation.nonce())
            && Arrays.equals(Base64.getDecoder().decode(text.split(",p=", 2)[1]), proof);
    if (!right) {
      throw new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }
    byte[] signature = hmac(hmac(salted, "Server Key"), signed);
    return reply(id, "v=" + Base64.getEncoder().encodeToString(signature), true);
  }

  private static Document reply(int id, String payload, boolean done) {
    return new Document("conversationId", id)
        .append("done", done)
        .append("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)))
        .append("ok", 1.0);
  }

  private static String field(String message, String name) {
    return Arrays.stream(message.split(",", -1))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(2))
        .findFirst()
        .orElse("");
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] result = one.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= other[i];
    }
    return result;
  }
}
