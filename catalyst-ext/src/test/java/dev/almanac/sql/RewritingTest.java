package dev.almanac.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.sql.Rewriting.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingTest {

  private static final Rewriting REWRITING =
      Rewriting.of("0123456789", List.of(new Edit(6, 6, "++"), new Edit(2, 4, "abc")));

  @Test
  void appliesEditsInOrderOfTheirPlace() {
    assertThat(REWRITING.text()).isEqualTo("01abc45++6789");
    assertThat(REWRITING.original()).isEqualTo("0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0", "1,1", "2,2", "3,2", "4,2", "5,4", "6,5", "7,6", "8,6", "9,6", "10,7", "13,10"
  })
  void findsPlacesInTheOldText(int offset, int original) {
    assertThat(REWRITING.originalOffset(offset)).isEqualTo(original);
  }

  @Test
  void goesOnWithEditsOfTheNewText() {
    // Of 01abc45++6789, the 5 and the 8.
    Rewriting further = REWRITING.then(List.of(new Edit(11, 12, ""), new Edit(6, 7, "fff")));

    assertThat(further.text()).isEqualTo("01abc4fff++679");
    assertThat(further.originalOffset(6)).isEqualTo(5);
    assertThat(further.originalOffset(13)).isEqualTo(9);
    assertThat(Rewriting.of(further.original(), further.edits()).text()).isEqualTo(further.text());
  }

  @Test
  void keepsLinesAndColumnsWhereItCan() {
    assertThat(Rewriting.inPlaceOf("12345", "abc")).isEqualTo("abc  ");
    assertThat(Rewriting.inPlaceOf("12", "abc")).isEqualTo("abc");
    assertThat(Rewriting.inPlaceOf("1\n2\n345", "abcdefgh")).isEqualTo("abcdefgh\n\n   ");
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "2,1,2", "3,2,0", "6,2,2", "7,3,0", "8,3,1"})
  void positionsAreThoseOfSparksParser(int offset, int line, int column) {
    String text = "ab\n🌍c\nde";

    assertThat(TextPosition.of(text, offset)).isEqualTo(new TextPosition(line, column));
    assertThat(new TextPosition(line, column).offset(text)).isEqualTo(offset);
  }

  @Test
  void positionsOutsideAreTheEnd() {
    assertThat(new TextPosition(9, 0).offset("ab\nc")).isEqualTo(4);
    assertThat(new TextPosition(2, 9).offset("ab\nc")).isEqualTo(4);
    assertThat(TextPosition.of("ab\nc", 99)).isEqualTo(new TextPosition(2, 1));
  }
}
