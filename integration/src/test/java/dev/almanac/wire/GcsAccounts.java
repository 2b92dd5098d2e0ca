package dev.almanac.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Service accounts: their key files, and the exchange of a signed assertion for a token, see <a
 * href="https://www.rfc-editor.org/rfc/rfc7523">RFC 7523</a>.
 */
public final class GcsAccounts {

  static final String TOKEN_PATH = "/token";

  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Makes an account, and writes its key file.
   *
   * @param server where tokens are got
   */
  public void create(String email, Path keyFile, String server) {
    keys.put(email, writeKey(email, keyFile, server));
  }

  /** Writes the file of a key that the server does not know. */
  public void forge(String email, Path keyFile, String server) {
    writeKey(email, keyFile, server);
  }

  private PublicKey writeKey(String email, Path keyFile, String server) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      String encoded =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(pair.getPrivate().getEncoded());
      Files.write(
          keyFile,
          json.writeValueAsBytes(
              Map.of(
                  "type", "service_account",
                  "project_id", "test",
                  "private_key_id", "1",
                  "private_key",
                      "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n",
                  "client_email", email,
                  "client_id", "1",
                  "token_uri", server + TOKEN_PATH)));
      return pair.getPublic();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The token for a signed assertion; empty where the signature is not the account's. */
  Optional<String> token(Map<String, String> form) {
    try {
      String[] parts = form.getOrDefault("assertion", "").split("\\.", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
      String email = claims.path("iss").asText();
      PublicKey key = keys.get(email);
      if (key == null) {
        return Optional.empty();
      }
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          ? Optional.of("token-of-" + email)
          : Optional.empty();
    } catch (GeneralSecurityException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whose token a header holds. */
  Optional<String> email(String authorization) {
    return Optional.of(authorization.replace("Bearer token-of-", "")).filter(keys::containsKey);
  }
}
