package io.cultivar.local;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Keeps a stack serving until the process is told to stop, and then stops it in order. */
final class Serving {

    private Serving() {}

    static void untilStopped(LocalStack stack, PrintStream console) throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            awaitQuietly(stopped);
                        },
                        "stop-cultivar"));
        stop.await();
        console.println("stopping");
        stack.close();
        stopped.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
