package dev.vitrine.http;

import dev.vitrine.describe.OpenApi;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Model;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// The OpenAPI document, made once for the models there are: making it reads the files of their
/// examples.
final class OpenApiDocument {
    @SuppressWarnings("ArrayRecordComponent")
    private record Made(List<Model> models, URI address, byte[] document) {
        /// A model that was read again is another one, as its files may say something else.
        boolean isOf(List<Model> others) {
            if (models.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < models.size(); i++) {
                if (models.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private volatile @Nullable Made last;

    /// The document of these models, for reading only.
    ///
    /// @param address the endpoint as the client knows it
    byte[] of(List<Model> models, URI address) {
        Made known = last;
        if (known == null || !known.address().equals(address) || !known.isOf(models)) {
            byte[] document = Json.MAPPER.writeValueAsBytes(OpenApi.of(models, address));
            known = new Made(List.copyOf(models), address, document);
            last = known;
        }
        return known.document();
    }
}
