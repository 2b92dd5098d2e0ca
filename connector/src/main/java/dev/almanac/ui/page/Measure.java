package dev.almanac.ui.page;

import dev.almanac.procedure.CalendarDay;
import java.util.Locale;

/** What a day is shaded by. */
enum Measure {
  BYTES {
    @Override
    long of(CalendarDay day) {
      return day.bytes();
    }

    @Override
    String text(long amount) {
      return Amounts.bytes(amount);
    }
  },
  FILES {
    @Override
    long of(CalendarDay day) {
      return day.files();
    }

    @Override
    String text(long amount) {
      return Amounts.count(amount, "file");
    }
  };

  abstract long of(CalendarDay day);

  abstract String text(long amount);

  /** In links. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that a request asks for; bytes where it asks for none. */
  static Measure of(PageRequest request) {
    return request.parameter("by").filter(FILES.key()::equals).isPresent() ? FILES : BYTES;
  }
}
