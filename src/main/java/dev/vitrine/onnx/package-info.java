/// What an ONNX file declares, read without native code, and the signature guessed of it.
///
/// [dev.vitrine.onnx.OnnxFile] walks the protobuf itself, because ONNX Runtime's Java interface
/// shows neither denotations nor doc strings, and because a file can then be described before
/// anything native touches it. [dev.vitrine.onnx.Guess] makes a signature of it where nobody wrote
/// one: each [dev.vitrine.onnx.Source] reads what one other tool writes in or beside a model, each
/// [dev.vitrine.onnx.Rung] is one way to understand an input or output.
///
/// @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
package dev.vitrine.onnx;
