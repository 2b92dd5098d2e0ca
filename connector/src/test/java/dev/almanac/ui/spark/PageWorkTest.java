package dev.almanac.ui.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageWorkTest {

  @Test
  void givesWhatTheWorkGives() {
    assertThat(new PageWork().<String>result(() -> "page")).isEqualTo("page");
    assertThatThrownBy(
            () ->
                new PageWork()
                    .result(
                        () -> {
                          throw new IllegalStateException("why");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("why");
  }

  /** As those of Spark's UI, which does not know the jars that an application is given. */
  @Test
  void threadsThatKnowNoJarsOfOursWillDo() throws InterruptedException {
    CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () ->
                seen.complete(
                    new PageWork().result(() -> Thread.currentThread().getContextClassLoader())));
    caller.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    caller.start();
    caller.join();

    assertThat(seen).isCompletedWithValue(PageWork.class.getClassLoader());
  }

  @Test
  void aStoreThatDoesNotAnswerIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(() -> new PageWork(1).result(() -> waitFor(never)))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("within 1 seconds");
    assertThat(never.getCount()).isEqualTo(1);
  }

  @Test
  void moreThanAFewAtOnceAreTurnedAway() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    PageWork work = new PageWork();
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      CompletableFuture<Integer> result = new CompletableFuture<>();
      all.add(result);
      Thread caller =
          new Thread(
              () -> {
                try {
                  result.complete(work.<Integer>result(() -> waitFor(open)));
                } catch (Exception e) {
                  result.completeExceptionally(e);
                }
              });
      callers.add(caller);
      caller.start();
    }
    while (all.stream().filter(CompletableFuture::isCompletedExceptionally).count() < 14) {
      Thread.sleep(10); // 4 are at work, and 32 wait
    }
    open.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(all.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(14);
    assertThatThrownBy(
            () ->
                all.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .findFirst()
                    .get()
                    .get())
        .cause()
        .isInstanceOfSatisfying(
            AlmanacException.class,
            error -> assertThat(error.condition()).isEqualTo(Condition.CANNOT_READ_STORE))
        .hasMessageContaining("too many others");
  }

  private static int waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
