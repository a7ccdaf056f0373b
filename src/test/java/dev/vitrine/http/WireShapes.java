package dev.vitrine.http;

import java.util.List;
import java.util.Random;

/// Requests that are wrong as HTTP/1.1 (RFC 9112) has it, or that two servers in a row would read
/// differently; each would run a model if it were taken for what it nearly is.
final class WireShapes {
    private static final String GOOD = "{\"number\": 4}";

    /// A request with holes: `%h` for our host, `%b` for a body that would run, `%l` for its
    /// length, `%r` for rubbish.
    private static final List<String> SHAPES =
            List.of(
                    // who is asked
                    "POST %p HTTP/1.1\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost:\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Host: evil.example\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h, evil.example\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: evil.example\r\n"
                            + "X: %r\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\nHost : %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\n Host: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST http://evil.example%p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    // how long the body is
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n"
                            + "Content-Length: 5\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: 5, %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: -%l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: +%l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: 0x0d\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: 99999999999999999999\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: 9223372036854775807\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: 1 3\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: %r\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: 500\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\n\r\n%b",
                    // a length and chunks, as smugglers have it
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: 4\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "0\r\n\r\n"
                            + "%r",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: xchunked\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked, identity\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: gzip, chunked\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding : chunked\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n"
                            + "Transfer-Encoding: identity\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.0\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n"
                            + "Content-Length: 3\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    // chunks that are none
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "-d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "0xd\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "ffffffffffffffff\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "7fffffff\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "10000000d\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "d\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "d\r\n"
                            + "%b\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "d\r\n"
                            + "%bxx0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "%r\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n\r\n"
                            + "%b\r\n"
                            + "0\r\n\r\n",
                    // lines that are none
                    "POST  %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: 5\r\n\r\n%b",
                    "POST %p HTTP/9.9\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "P\0ST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "%r %p HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p/../predict/%2e%2e HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p%00 HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p%zz HTTP/1.1\r\nHost: %h\r\n%t\r\nContent-Length: %l\r\n\r\n%b",
                    "POST /models/%r/predict HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\n%r\r\nContent-Length: 5\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nX\0Y: 1\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nX: 1\0\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nX: %R\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\nHost: %h\r\n%t\r\nX: 1",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n%r",
                    "\u0016\u0003\u0001\u0002%r",
                    "%r",
                    // types that are none
                    "POST %p HTTP/1.1\r\nHost: %h\r\nContent-Length: %l\r\n\r\n%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Content-Type: %r\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Content-Type: multipart/form-data; boundary=%r\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Content-Encoding: gzip\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Origin: %r\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Accept: %r\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    "POST %p HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "%t\r\n"
                            + "Expect: %r\r\n"
                            + "Content-Length: %l\r\n\r\n"
                            + "%b",
                    // upgrades that are none
                    "GET /models/half/ws HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Upgrade: websocket\r\n"
                            + "Connection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: %r\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                    "GET /models/half/ws HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Upgrade: %r\r\n"
                            + "Connection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\n\r\n"
                            + "%b",
                    "GET /models/half/ws HTTP/1.1\r\n"
                            + "Host: %h\r\n"
                            + "Origin: http://evil.example\r\n"
                            + "Upgrade: websocket\r\n"
                            + "Connection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
                            + "%r");

    private static final String RUBBISH =
            "\u0001\u0007\u007f\u00ff\u00c0\"\\<>{}|^`[]%$&;@!?=,()x9-_.~";

    private WireShapes() {}

    static int count() {
        return SHAPES.size();
    }

    /// One of them.
    static String of(int shape, int port, Random random) {
        return SHAPES.get(shape)
                .replace("%h", "127.0.0.1:" + port)
                .replace("%p", "/models/half/predict")
                .replace("%t", "Content-Type: application/json")
                .replace("%l", Integer.toString(GOOD.length()))
                .replace("%b", GOOD)
                .replace("%R", rubbish(random, 20_000).replaceAll("[^x9]", "x"))
                .replace("%r", rubbish(random, 1 + random.nextInt(40)));
    }

    private static String rubbish(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        // Never empty of what no token, number or type may have.
        text.append('\u0001');
        while (text.length() < length) {
            text.append(RUBBISH.charAt(random.nextInt(RUBBISH.length())));
        }
        return text.toString();
    }
}
