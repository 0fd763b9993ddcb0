# SPDX-License-Identifier: MIT
{
  description = "Guide through self-massage and mobility routines in the terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "aarch64-darwin" ];
      for_each = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
    in {
      packages = for_each (pkgs: {
        default = pkgs.stdenv.mkDerivation {
          pname = "knead";
          version = "1.0.0";
          src = self;
          strictDeps = true;
          nativeBuildInputs = [ pkgs.pkg-config ];
          buildInputs = [ pkgs.ncurses pkgs.libyaml pkgs.sqlite pkgs.jansson ];
          nativeCheckInputs = [ pkgs.check pkgs.libvterm-neovim ];
          makeFlags = [ "PREFIX=${placeholder "out"}" ];
          enableParallelBuilding = true;
          # Tests start terminals, which a build's sandbox may not have; `make deps test` runs them.
          doCheck = false;
          meta = {
            description = "Guide through self-massage and mobility routines in the terminal";
            license = pkgs.lib.licenses.mit;
            mainProgram = "knead";
          };
        };
      });
    };
}
