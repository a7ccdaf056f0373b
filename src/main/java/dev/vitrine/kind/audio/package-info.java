/// The kind of sounds, from a file or a microphone.
package dev.vitrine.kind.audio;
