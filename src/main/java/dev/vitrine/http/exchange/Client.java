package dev.vitrine.http.exchange;

import dev.vitrine.run.Caller;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A connection that can tell whether its other side is still there while a request is being
/// answered.
///
/// HTTP/1.1 servers stop reading between a request's end and its answer, so nobody would notice. A
/// read in that gap finds the end of the stream where the client has gone; what it finds of a next
/// request is kept and given to the server when it reads on.
public final class Client extends SocketChannelEndPoint {
    /// How often a parked request looks whether its client is still there.
    public static final long LOOK_MILLIS = 50;

    private static final int AHEAD_BYTES = 4 << 10;

    private final long headNanos;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    private long headBegan;
    private boolean answering;
    private boolean upgraded;
    private volatile long heard = System.nanoTime();

    /// @param headMillis how long the head of a request may take from its first byte to its last
    public Client(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            long headMillis) {
        super(channel, selector, key, scheduler);
        this.headNanos = TimeUnit.MILLISECONDS.toNanos(headMillis);
    }

    /// The connection that a request came over.
    public static Client of(HttpServletRequest request) {
        return of(ServletContextRequest.getServletContextRequest(request));
    }

    /// Whose turn a run takes that a request asks for: one of a program on a machine, however many
    /// connections it has.
    public static Caller caller(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Caller(Origin.HTTP, request.getRemoteAddr(), agent == null ? "" : agent);
    }

    public static Client of(Request request) {
        return (Client) request.getConnectionMetaData().getConnection().getEndPoint();
    }

    /// Says that the head of a request has been read.
    public synchronized void begin() {
        answering = true;
        headBegan = 0;
    }

    /// Says that the request has been answered; the next head may begin.
    public synchronized void end() {
        answering = false;
    }

    /// A connection that speaks WebSocket has no heads, and pings that tell whether it is alive.
    @Override
    public void upgrade(Connection next) {
        synchronized (this) {
            upgraded = true;
        }
        super.upgrade(next);
    }

    /// Waits for a run's end; to be called when the request's body has been read.
    ///
    /// @throws StoppedException where the client went away, which stops the run, or where somebody
    ///   else stopped it
    /// @throws dev.vitrine.signature.ProblemException where the run failed
    public Values await(Run run) {
        CountDownLatch ended = new CountDownLatch(1);
        try (Run.Watching _ =
                run.watch(r -> {
                    if (r.state().isFinal()) {
                        ended.countDown();
                    }
                })) {
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isGone()) {
                    run.stop();
                    throw new StoppedException();
                }
            }
        } catch (InterruptedException e) {
            // The server is closing.
            run.stop();
            throw new StoppedException();
        }
        return run.await();
    }

    /// Whether the other side has ended the connection; to be asked only while the server is not
    /// reading.
    public synchronized boolean isGone() {
        if (ahead.hasRemaining()) {
            return false;
        }
        ByteBuffer read = ByteBuffer.allocate(AHEAD_BYTES);
        try {
            if (getChannel().read(read) < 0) {
                return true;
            }
        } catch (IOException e) {
            return true;
        }
        ahead = read.flip();
        return false;
    }

    /// How long the other side has said nothing, pongs included.
    public long silentMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heard);
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        int read = ahead.hasRemaining() ? BufferUtil.append(buffer, ahead) : super.fill(buffer);
        if (read > 0) {
            heard = System.nanoTime();
        }
        if (read > 0 && !answering && !upgraded && dawdles()) {
            BufferUtil.clear(buffer);
            close();
            return -1;
        }
        return read;
    }

    /// Whether the head trickles in so slowly that idle timeouts never end it.
    private boolean dawdles() {
        long now = System.nanoTime();
        if (headBegan == 0) {
            headBegan = now;
        }
        return now - headBegan > headNanos;
    }

    @Override
    protected void needsFillInterest() {
        synchronized (this) {
            if (!ahead.hasRemaining()) {
                super.needsFillInterest();
                return;
            }
        }
        // The selector would wait for bytes that were read already.
        Thread.startVirtualThread(getFillInterest()::fillable);
    }

    /// Where the client of a request has found the endpoint; the guard has looked at that name.
    public static String root(Context context) {
        String host = context.header("Host");
        return "http://" + (host == null ? "" : host.toLowerCase(Locale.ROOT));
    }
}
