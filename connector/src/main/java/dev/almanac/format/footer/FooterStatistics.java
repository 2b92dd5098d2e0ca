package dev.almanac.format.footer;

import java.util.Optional;
import org.apache.spark.sql.types.StructField;

/** What the footer of one file says; empty is: nothing that could be relied on. */
interface FooterStatistics {

  /** The number of rows. */
  long rows();

  /** The number of values of a column that are not null. */
  Optional<Long> values(StructField column);

  /** The least or greatest value of a column. */
  Optional<Answer> extreme(StructField column, boolean greatest);
}
