package dev.vitrine.http;

import io.javalin.config.RoutesConfig;

/// One way of speaking to the models; one class for each.
interface Protocol {
    /// Adds the paths it answers. The [Guard] has passed whatever arrives there.
    void routes(RoutesConfig routes);
}
