package dev.vitrine.run;

/// Who asked for a run: callers take turns in the queue, so that many calls of one hold up no call
/// of another by more than one run.
///
/// @param origin the face
/// @param address where a client is, such as `127.0.0.1`; empty for faces of this program
/// @param agent what a client calls itself, such as `curl/8.14`, cut where it is long; may be empty
public record Caller(Origin origin, String address, String agent) {
    private static final int LONGEST = 200;

    public Caller {
        agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) + "…" : agent;
    }

    /// A face of this program.
    public static Caller of(Origin origin) {
        return new Caller(origin, "", "");
    }
}
