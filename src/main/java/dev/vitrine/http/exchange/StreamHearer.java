package dev.vitrine.http.exchange;

import io.javalin.http.Context;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;

/// The client of a request, whose answer is what it is told.
///
/// @param framing how the messages are held apart
/// @param client the connection
/// @param out the answer's body
public record StreamHearer(Framing framing, Client client, OutputStream out) implements Hearer {
    public static StreamHearer of(Context context, Framing framing) throws IOException {
        context.header("X-Accel-Buffering", "no");
        context.res().setContentType(framing.mediaType());
        return new StreamHearer(framing, Client.of(context.req()), context.res().getOutputStream());
    }

    @Override
    public void tell(String event, JsonNode data) throws IOException {
        write(framing.message(event, data));
    }

    @Override
    public void sign() throws IOException {
        write(framing.sign());
    }

    @Override
    public boolean isGone() {
        return client.isGone();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
