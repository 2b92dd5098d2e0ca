package dev.almanac.format.footer;

import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FooterAggregation;
import dev.almanac.spark.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Aggregates of files: by the footer if it tells them all, or else by reading the columns. */
public final class FileAggregation implements FooterAggregation {

  private static final long serialVersionUID = 1L;

  private final ArrayList<FooterFunction> functions;
  private final FooterSource footers;
  private final StructType columns; // that the functions are about, each once
  private final FileReader reader; // of those columns

  private FileAggregation(
      List<FooterFunction> functions, FooterSource footers, StructType columns, FileReader reader) {
    this.functions = new ArrayList<>(functions);
    this.footers = footers;
    this.columns = columns;
    this.reader = reader;
  }

  /**
   * Prepares aggregates, if footers may tell all of them.
   *
   * @param table all data columns of the table
   * @param footers opens footers; asked for only if it is needed
   * @param reader makes a reader of columns; likewise
   */
  public static Optional<FooterAggregation> of(
      List<AggregateFunc> wanted,
      StructType table,
      boolean caseSensitive,
      Supplier<FooterSource> footers,
      Function<StructType, FileReader> reader) {
    return FooterFunction.of(wanted, table, caseSensitive)
        .map(
            functions -> {
              StructType columns =
                  new StructType(
                      functions.stream()
                          .flatMap(function -> function.column().stream())
                          .distinct()
                          .toArray(StructField[]::new));
              return new FileAggregation(functions, footers.get(), columns, reader.apply(columns));
            });
  }

  @Override
  public StructType resultSchema() {
    return new StructType(
        functions.stream().map(FooterFunction::result).toArray(StructField[]::new));
  }

  @Override
  public Result aggregate(FileSlice file) throws IOException {
    Optional<Result> told = footers.read(file, this::byFooter);
    return told.isPresent() ? told.get() : byReading(file);
  }

  private static Result result(long rows, List<Answer> answers) {
    return new Result(
        rows, Rows.of(answers.stream().map(answer -> answer.value().orElse(null)).toArray()));
  }

  private Optional<Result> byFooter(FooterStatistics statistics) {
    List<Answer> answers = new ArrayList<>();
    for (FooterFunction function : functions) {
      Optional<Answer> answer = function.answer(statistics);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answers.add(answer.get());
    }
    return Optional.of(result(statistics.rows(), answers));
  }

  private Result byReading(FileSlice file) throws IOException {
    List<FooterFunction.Accumulator> accumulators =
        functions.stream().map(function -> function.accumulator(columns)).toList();
    long count = 0;
    try (PartitionReader<InternalRow> rows = reader.rows(file)) {
      while (rows.next()) {
        count++;
        InternalRow row = rows.get();
        accumulators.forEach(accumulator -> accumulator.add(row));
      }
    }
    return result(count, accumulators.stream().map(FooterFunction.Accumulator::answer).toList());
  }
}
