/// Files and folders in the window.
package dev.vitrine.window.kind.files;
