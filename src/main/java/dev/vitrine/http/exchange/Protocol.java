package dev.vitrine.http.exchange;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/// One way of speaking to the models; one class for each.
public interface Protocol {
    /// Adds the paths it answers. The [dev.vitrine.http.Guard] has passed whatever arrives there.
    void routes(RoutesConfig routes);

    /// Adds a path that is read, by GET and by HEAD alike (RFC 9110, section 9.3.2); left to itself
    /// Javalin says 200 to HEAD without looking.
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
