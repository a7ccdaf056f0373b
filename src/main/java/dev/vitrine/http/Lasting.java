package dev.vitrine.http;

/// What an endpoint holds beyond one request, and ends when it closes.
interface Lasting extends AutoCloseable {
    @Override
    void close();
}
