package dev.vitrine.window;

import dev.vitrine.describe.Language;
import dev.vitrine.run.Runner;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

import java.net.URI;

/// What the page of a demo has around it.
///
/// @param address where the endpoint answers, for the code to copy
/// @param language the language of that code, the same for all demos
/// @param runner knows the runs that have ended, and the calls of programs
/// @param reopen opens an earlier run on the page of its model
/// @param still whether to leave out what differs from run to run, for a picture
record Surroundings(
        Desktop desktop,
        ObservableValue<URI> address,
        ObjectProperty<Language> language,
        Runner runner,
        Reopen reopen,
        boolean still) {}
