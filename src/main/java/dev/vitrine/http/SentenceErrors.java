package dev.vitrine.http;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.kind.Json;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers `{"detail": "…"}` where the server itself turns a request down, such as for a header it
/// cannot read, before the [Guard] has seen it.
final class SentenceErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status =
                request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException e
                        ? clientsFault(e.getCode())
                        : response.getStatus();
        Guard.protect(response.getHeaders());
        write(
                response,
                callback,
                new Refusal(
                        status,
                        HttpStatus.isServerError(status)
                                ? Answers.DEFECT
                                : "The request is malformed (%s); send it as HTTP/1.1 has it."
                                        .formatted(reason(request, status))));
        return true;
    }

    /// A version or a transfer coding that the server does not know (505, 501) is the client's
    /// fault here: there is nothing it could be right for.
    private static int clientsFault(int status) {
        return HttpStatus.isServerError(status) ? HttpStatus.BAD_REQUEST_400 : status;
    }

    static void write(Response response, Callback callback, Refusal refusal) {
        response.setStatus(refusal.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(
                response,
                true,
                Json.object().put("detail", refusal.sentence()).toString(),
                callback);
    }

    private static Object reason(Request request, int status) {
        Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        return message == null ? HttpStatus.getMessage(status) : message;
    }
}
