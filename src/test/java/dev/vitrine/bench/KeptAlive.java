package dev.vitrine.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A connection that asks the same again and again, at next to no cost of its own: a client library
/// would be most of what is measured.
final class KeptAlive implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final byte[] request;
    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    KeptAlive(int port, String path, String json) throws IOException {
        request =
                """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(path, port, json.length(), json)
                        .getBytes(StandardCharsets.US_ASCII);
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16 << 10));
    }

    /// The body of the answer.
    ///
    /// @throws IllegalStateException where it is not a good one
    byte[] ask() throws IOException {
        out.write(request);
        String status = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.contains(" 200 ")) {
            throw new IllegalStateException(status + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
