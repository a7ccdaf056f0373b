package dev.vitrine.task;

/// Whatever a network takes and gives, port by port.
final class Other extends PortTask {
    Other() {
        super("other");
    }
}
