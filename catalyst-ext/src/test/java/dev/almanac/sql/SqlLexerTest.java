package dev.almanac.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.temporal.Token;
import dev.almanac.temporal.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLexerTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '\0',
      textBlock =
          """
          a b_1 2c é                    ==> WORD:a WORD:b_1 WORD:2c WORD:é
          7 20220501                    ==> NUMBER:7 NUMBER:20220501
          2022-05-01                    ==> LITERAL:2022-05-01
          2022-5-1                      ==> LITERAL:2022-5-1
          2022-05                       ==> NUMBER:2022 SYMBOL:- NUMBER:05
          2022-05-01T1                  ==> NUMBER:2022 SYMBOL:- NUMBER:05 SYMBOL:- WORD:01T1
          'a' "b"                       ==> LITERAL:a LITERAL:b
          'it''s' 'a\\'b' "x""y"        ==> LITERAL:it''s LITERAL:a\\'b LITERAL:x""y
          r'\\' R"a" x'1F'              ==> LITERAL:\\ LITERAL:a WORD:x LITERAL:1F
          `a b` `c``d` `e.f`            ==> QUOTED:a b QUOTED:c`d QUOTED:e.f
          $$a 'b$$ $x$ $$.$x$           ==> LITERAL:a 'b LITERAL: $$.
          ? :name a::int :: x : y       ==> PARAMETER:? PARAMETER::name WORD:a SYMBOL::: WORD:int SYMBOL::: WORD:x SYMBOL:: WORD:y
          a /* b /* c */ d */ e         ==> WORD:a WORD:e
          a /*+ hint(b) */ e            ==> WORD:a SYMBOL:/*+ WORD:hint SYMBOL:( WORD:b SYMBOL:) SYMBOL:*/ WORD:e
          a /* no end                   ==> WORD:a
          a -- to the end ' of the line ==> WORD:a
          a|>b||c=>d->e<=f              ==> WORD:a SYMBOL:|> WORD:b SYMBOL:| SYMBOL:| WORD:c SYMBOL:=> WORD:d SYMBOL:- SYMBOL:> WORD:e SYMBOL:< SYMBOL:= WORD:f
          'no end                       ==> SYMBOL:' WORD:no WORD:end
          `no end                       ==> SYMBOL:` WORD:no WORD:end
          a.b,(c);                      ==> WORD:a SYMBOL:. WORD:b SYMBOL:, SYMBOL:( WORD:c SYMBOL:) SYMBOL:;
          """)
  void splits(String sql, String tokens) {
    List<Token> found = SqlLexer.tokens(sql);

    assertThat(
            found.stream()
                .limit(found.size() - 1)
                .map(token -> token.kind() + ":" + token.text())
                .collect(joining(" ")))
        .isEqualTo(tokens);
    assertThat(found.get(found.size() - 1))
        .isEqualTo(new Token(Kind.END, "", sql.length(), sql.length()));
  }

  @Test
  void lineCommentsEndWithTheLineUnlessABackslashPrecedesItsBreak() {
    assertThat(SqlLexer.tokens("a -- b\nc -- d \\\n e\nf\r\n-- g\r\nh").stream().map(Token::text))
        .containsExactly("a", "c", "f", "h", "");
  }

  @Test
  void knowsWhereTokensStand() {
    String sql = "a /* 🌍 */ 'b c'\n`d`";

    assertThat(
            SqlLexer.tokens(sql).stream().map(token -> sql.substring(token.start(), token.end())))
        .containsExactly("a", "'b c'", "`d`", "");
  }
}
