# SPDX-License-Identifier: MIT
# From the source of a release: put its address and its SHA-256 where they are asked for.
class Knead < Formula
  desc "Guide through self-massage and mobility routines in the terminal"
  homepage ENV.fetch("HOMEBREW_KNEAD_HOMEPAGE", "https://example.org/knead")
  url ENV.fetch("HOMEBREW_KNEAD_URL", "https://example.org/knead/knead-1.0.0.tar.gz")
  sha256 ENV.fetch("HOMEBREW_KNEAD_SHA256", "0" * 64)
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "jansson"
  depends_on "libyaml"
  depends_on "ncurses"
  depends_on "sqlite"

  def install
    system "make", "PREFIX=#{prefix}", "ZSHDIR=#{zsh_completion}", "install"
    # Homebrew looks for fish's completions where it says itself.
    fish_completion.install "share/completions/knead.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/knead --version")
    assert_match "standing-desk-feet", shell_output("#{bin}/knead list --area feet")
    system bin/"knead", "play", "standing-desk-feet", "--plain", "--yes", "--mute", "--speed", "1000"
  end
end
