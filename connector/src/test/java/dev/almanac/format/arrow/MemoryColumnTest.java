package dev.almanac.format.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values out of memory, and that nobody looks outside of it. */
class MemoryColumnTest {

  private static final int ROWS = 1000;

  private final BufferAllocator allocator = new RootAllocator();

  @AfterEach
  void nothingIsLeft() {
    allocator.close();
  }

  @Test
  void readsNumbersNullsAndBits() {
    SplittableRandom random = new SplittableRandom(1);
    try (BigIntVector numbers = new BigIntVector("n", allocator);
        BitVector bits = new BitVector("b", allocator)) {
      numbers.allocateNew(ROWS);
      bits.allocateNew(ROWS);
      for (int row = 0; row < ROWS; row++) {
        if (random.nextInt(3) == 0) {
          numbers.setNull(row);
          bits.setNull(row);
        } else {
          numbers.set(row, random.nextLong());
          bits.set(row, random.nextInt(2));
        }
      }
      numbers.setValueCount(ROWS);
      bits.setValueCount(ROWS);
      ColumnVector ofNumbers = SimpleVectors.column(numbers, DataTypes.LongType);
      ColumnVector ofBits = SimpleVectors.column(bits, DataTypes.BooleanType);

      assertThat(ofNumbers.hasNull()).isTrue();
      assertThat(ofNumbers.numNulls()).isEqualTo(numbers.getNullCount());
      for (int row = 0; row < ROWS; row++) {
        assertThat(ofNumbers.isNullAt(row)).isEqualTo(numbers.isNull(row));
        assertThat(ofBits.isNullAt(row)).isEqualTo(bits.isNull(row));
        if (!numbers.isNull(row)) {
          assertThat(ofNumbers.getLong(row)).isEqualTo(numbers.get(row));
          assertThat(ofBits.getBoolean(row)).isEqualTo(bits.get(row) == 1);
        }
      }
    }
  }

  /** Those that fit into a long, those that do not, and those of more digits than are declared. */
  @ParameterizedTest
  @CsvSource({"9, 2", "18, 0", "18, 18", "19, 3", "38, 10"})
  void readsDecimalsAsSparkMakesThem(int precision, int scale) {
    SplittableRandom random = new SplittableRandom(2);
    try (DecimalVector vector = new DecimalVector("d", allocator, precision, scale)) {
      vector.allocateNew(ROWS);
      for (int row = 0; row < ROWS; row++) {
        long high = random.nextInt(2) == 0 ? 0 : random.nextLong() >> random.nextInt(20, 64);
        BigInteger unscaled =
            BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(random.nextLong() >> random.nextInt(64)));
        byte[] bytes = unscaled.toByteArray();
        vector.setBigEndian(row, bytes);
      }
      vector.setValueCount(ROWS);
      ColumnVector column =
          SimpleVectors.column(vector, DataTypes.createDecimalType(precision, scale));
      for (int row = 0; row < ROWS; row++) {
        BigDecimal value = vector.getObject(row);
        if (value.precision() > precision) {
          int damaged = row;
          assertThatThrownBy(() -> column.getDecimal(damaged, precision, scale))
              .isInstanceOf(ArithmeticException.class);
        } else {
          assertThat(column.getDecimal(row, precision, scale))
              .isEqualTo(Decimal.apply(value, precision, scale));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1000000", "1, -1", "0, -5", "2, 1", "3, 2147483647"})
  void stringsOutsideOfTheirBatchAreDamaged(int index, int offset) {
    try (VarCharVector vector = new VarCharVector("s", allocator)) {
      vector.allocateNew(64, 3);
      for (int row = 0; row < 3; row++) {
        vector.set(row, new byte[] {'a', 'b', 'c'});
      }
      vector.setValueCount(3);
      assertThat(SimpleVectors.column(vector, DataTypes.StringType).getUTF8String(2))
          .hasToString("abc");

      vector.getOffsetBuffer().setInt((long) index * Integer.BYTES, offset);
      assertThatThrownBy(() -> SimpleVectors.column(vector, DataTypes.StringType))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void buffersOfTooFewBytesAreDamaged() {
    try (BigIntVector whole = new BigIntVector("n", allocator);
        BigIntVector few = new BigIntVector("n", allocator);
        BigIntVector cut = new BigIntVector("n", allocator)) {
      whole.allocateNew(ROWS);
      whole.setValueCount(ROWS);
      few.allocateNew(16);
      few.setValueCount(16);
      cut.loadFieldBuffers(
          new ArrowFieldNode(ROWS, 0), List.of(whole.getValidityBuffer(), few.getDataBuffer()));
      assertThatThrownBy(() -> SimpleVectors.column(cut, DataTypes.LongType))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("damaged");
    }
  }
}
