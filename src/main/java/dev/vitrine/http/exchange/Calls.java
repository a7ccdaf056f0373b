package dev.vitrine.http.exchange;

import dev.vitrine.run.CallLog;
import dev.vitrine.run.Caller;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Run;
import dev.vitrine.signature.ProblemException;

import io.javalin.http.Context;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Notes the predictions that are asked for, whatever becomes of them; safe to use from any thread.
///
/// @param log where they stand
public record Calls(CallLog log) {
    /// Of an answer in messages nobody knows the size.
    private static final long UNKNOWN = -1;

    /// Notes a call whose body has not been read yet; it ends by itself with its answer.
    ///
    /// @param model the id that it asks for
    public EndpointCall begin(Context context, String model) {
        return begin(context, Client.caller(context.req()), model);
    }

    /// The same on behalf of a caller of another face than plain HTTP.
    public EndpointCall begin(Context context, Caller caller, String model) {
        ServletContextRequest request =
                ServletContextRequest.getServletContextRequest(context.req());
        EndpointCall call = log.begin(caller, model);
        Request.addCompletionListener(
                request,
                _ -> {
                    Response response = request.getServletContextResponse();
                    call.end(
                            response.getStatus(),
                            Math.max(0, Request.getContentBytesRead(request)),
                            Math.max(0, Response.getContentBytesWritten(response)));
                });
        return call;
    }

    /// Notes a call that has no HTTP answer of its own; it ends with its run.
    ///
    /// @param submission asks for the run
    public Run noting(Caller caller, String model, Supplier<Run> submission) {
        EndpointCall call = log.begin(caller, model);
        Run run;
        try {
            run = submission.get();
        } catch (ProblemException e) {
            end(call, e);
            throw e;
        }
        call.ran(run);
        AtomicBoolean ended = new AtomicBoolean();
        run.watch(r -> {
            if (r.state().isFinal() && ended.compareAndSet(false, true)) {
                end(call, r);
            }
        });
        return run;
    }

    private static void end(EndpointCall call, Run run) {
        switch (run.state()) {
            case FAILED -> end(call, run.failure().orElseThrow());
            case STOPPED -> call.end(Wrong.STOPPED.status(), UNKNOWN, UNKNOWN);
            default -> call.end(200, UNKNOWN, UNKNOWN);
        }
    }

    private static void end(EndpointCall call, ProblemException why) {
        call.complain(String.valueOf(why.getMessage()));
        call.end(Wrong.of(why).status(), UNKNOWN, UNKNOWN);
    }
}
