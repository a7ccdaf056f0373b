package dev.vitrine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A bare connection, for what no proper client sends.
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// Sends lines as they are, each with CR LF behind it, and an empty line behind all.
    Wire send(String... lines) throws IOException {
        return raw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    Wire raw(String text) throws IOException {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /// Everything until the other side closes.
    String all() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketException reset) {
            // A server that closes on unread bytes resets the connection; what came before counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /// The status of the answer, 0 where there was none.
    int status() throws IOException {
        String all = all();
        return all.startsWith("HTTP/1.1 ") ? Integer.parseInt(all.substring(9, 12)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
