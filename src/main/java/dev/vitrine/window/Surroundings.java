package dev.vitrine.window;

import dev.vitrine.describe.Language;
import dev.vitrine.run.History;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

import java.net.URI;

/// What the page of a demo has around it.
///
/// @param address where the endpoint answers, for the code to copy
/// @param language the language of that code, the same for all demos
/// @param history the runs that have ended
/// @param still whether to leave out what differs from run to run, for a picture
record Surroundings(
        Desktop desktop,
        ObservableValue<URI> address,
        ObjectProperty<Language> language,
        History history,
        boolean still) {}
