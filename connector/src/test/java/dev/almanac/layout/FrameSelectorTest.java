package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.FrameSelector.Frame;
import dev.almanac.layout.FrameSelector.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The frame rule. Frames are written as stamp and marks: {@code c} for complete, {@code i} for
 * ignored, {@code -} for neither.
 */
class FrameSelectorTest {

  @ParameterizedTest
  @CsvSource({
    "1:c, 1=CHOSEN",
    "1:-, 1=INCOMPLETE",
    "1:i, 1=IGNORED",
    "1:ci, 1=IGNORED",
    "1:c 2:c, 2=CHOSEN 1=SUPERSEDED",
    "1:c 2:-, 2=INCOMPLETE 1=CHOSEN",
    "1:c 2:ci, 2=IGNORED 1=CHOSEN",
    "1:c 2:i, 2=IGNORED 1=CHOSEN",
    "1:ci 2:ci, 2=IGNORED 1=IGNORED",
    "1:- 2:ci, 2=IGNORED 1=INCOMPLETE",
    "1:c 2:c 3:-, 3=INCOMPLETE 2=CHOSEN 1=SUPERSEDED",
    "1:c 2:ci 3:c, 3=CHOSEN 2=IGNORED 1=SUPERSEDED",
    "1:- 2:c, 2=CHOSEN 1=INCOMPLETE",
    "9:c 10:c, 10=CHOSEN 9=SUPERSEDED",
    "1:c 10:-, 10=INCOMPLETE 1=CHOSEN",
    "1:c 01:c, 1=CHOSEN 01=SUPERSEDED",
    "20210329-154921:c 20210329-154952:-, 20210329-154952=INCOMPLETE 20210329-154921=CHOSEN",
  })
  void now(String frames, String expected) {
    assertThat(judge(frames, Optional.empty())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // the instant itself is included
    "20220502-100000:c 20220503-100000:c, 2022-05-03T10:00:00Z,"
        + " 20220503-100000=CHOSEN 20220502-100000=SUPERSEDED",
    "20220502-100000:c 20220503-100000:c, 2022-05-03T09:59:59Z,"
        + " 20220503-100000=LATER 20220502-100000=CHOSEN",
    "20220502-100000:c 20220503-100000:c, 2022-05-02T09:00:00Z,"
        + " 20220503-100000=LATER 20220502-100000=LATER",
    // what is withdrawn or incomplete is so at any time
    "20220502-100000:ci 20220503-100000:-, 2022-06-01T00:00:00Z,"
        + " 20220503-100000=INCOMPLETE 20220502-100000=IGNORED",
    // a stamp without a time is the start of its day
    "20220502:c, 2022-05-02T00:00:00Z, 20220502=CHOSEN",
    "20220502:c, 2022-05-01T23:59:59Z, 20220502=LATER",
    // a stamp that is no instant cannot be known to be early enough
    "001:c 20220502-100000:c, 2022-06-01T00:00:00Z, 20220502-100000=CHOSEN 001=NO_INSTANT",
    "001:c, 2022-06-01T00:00:00Z, 001=NO_INSTANT",
  })
  void asOfAnInstant(String frames, Instant instant, String expected) {
    assertThat(judge(frames, Optional.of(instant))).isEqualTo(expected);
  }

  @Test
  void reasonsNameWhatDecided() {
    List<Frame> frames =
        List.of(frame("1:c"), frame("2:c"), frame("3:i"), frame("4:-"), frame("20990101:c"));

    List<String> reasons =
        FrameSelector.judge(frames, Optional.empty()).stream().map(Verdict::reason).toList();

    assertThat(reasons)
        .containsExactly(
            "complete and the newest such",
            "no frame.complete",
            "withdrawn by frame.ignore",
            "superseded by as_at_20990101",
            "superseded by as_at_20990101");
  }

  @Test
  void theOrderOfFramesMakesNoDifference() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Frame> frames = new ArrayList<>();
      int count = random.nextInt(6);
      for (int i = 0; i < count; i++) {
        String stamp = String.valueOf(random.nextInt(12));
        frames.add(new Frame("as_at_" + stamp, random.nextBoolean(), random.nextInt(4) == 0));
      }
      List<Frame> distinct =
          frames.stream()
              .collect(Collectors.toMap(Frame::name, f -> f, (a, b) -> a))
              .values()
              .stream()
              .toList();
      List<Verdict> verdicts = FrameSelector.judge(distinct, Optional.empty());
      List<Frame> shuffled = new ArrayList<>(distinct);
      Collections.shuffle(shuffled, random);

      assertThat(FrameSelector.judge(shuffled, Optional.empty())).isEqualTo(verdicts);
      // The rule, said once more: the largest number that is complete and not ignored.
      Optional<String> expected =
          distinct.stream()
              .filter(f -> f.complete() && !f.ignored())
              .max(
                  (a, b) ->
                      Integer.compare(
                          Integer.parseInt(a.name().substring(6)),
                          Integer.parseInt(b.name().substring(6))))
              .map(Frame::name);
      assertThat(
              verdicts.stream()
                  .filter(v -> v.state() == FrameState.CHOSEN)
                  .map(v -> v.frame().name()))
          .containsExactlyElementsOf(expected.stream().toList());
    }
  }

  private static String judge(String frames, Optional<Instant> knownAt) {
    return FrameSelector.judge(
            Stream.of(frames.split(" ", -1)).map(FrameSelectorTest::frame).toList(), knownAt)
        .stream()
        .map(v -> v.frame().stamp() + "=" + v.state())
        .collect(Collectors.joining(" "));
  }

  private static Frame frame(String text) {
    int colon = text.lastIndexOf(':');
    String marks = text.substring(colon + 1);
    return new Frame("as_at_" + text.substring(0, colon), marks.contains("c"), marks.contains("i"));
  }
}
