package dev.almanac.firestore;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A service account's key, which is read where it is used and kept nowhere else. */
final class KeyFile {

  private KeyFile() {}

  static GoogleCredentials credentials(String file) throws IOException {
    try (InputStream input = Files.newInputStream(Path.of(file))) {
      return GoogleCredentials.fromStream(input);
    }
  }

  /**
   * The project that the account belongs to; empty where the file does not say, or is not there.
   */
  static Optional<String> project(String file) {
    try {
      return credentials(file) instanceof ServiceAccountCredentials account
          ? Optional.ofNullable(account.getProjectId())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // said when the file is used
    }
  }
}
