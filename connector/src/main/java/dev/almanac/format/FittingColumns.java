package dev.almanac.format;

import dev.almanac.schema.FileFit;
import dev.almanac.schema.VoidColumns;
import dev.almanac.spark.FileColumns;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/**
 * Asks a file for columns only if their types fit the table's, and not for those that have no type
 * in the file, as they have no values.
 *
 * @param wanted the columns to return
 * @param opened is told the columns of the file
 */
record FittingColumns(StructType wanted, boolean caseSensitive, OpenedColumns opened)
    implements FileColumns {

  static FittingColumns of(ReadRequest request, FormatContext context) {
    return new FittingColumns(request.readSchema(), context.caseSensitive(), request.opened());
  }

  @Override
  public StructType toRequest(StructType file, Path path) {
    Optional<FileFit.Mismatch> mismatch = FileFit.mismatch(file, wanted, caseSensitive);
    if (mismatch.isPresent()) {
      throw ReadErrors.doesNotFit(path.toUri().toString(), mismatch.get());
    }
    opened.opened(path.toUri().toString(), file);
    return VoidColumns.hide(wanted, file, caseSensitive);
  }
}
